package io.crowdlake.job.track;

import static io.crowdlake.job.track.People.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Duration GAP = Duration.ofSeconds(15);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    @Test
    void timeBetweenFramesThatFollowEachOtherIsWatched() {
        Coverage coverage = Coverage.NONE.watched(null, at(100), GAP).watched(at(100), at(110), GAP);

        assertThat(coverage.earlier()).isEmpty();
        assertThat(coverage.holds(at(105), MARGIN)).isTrue();
        assertThat(coverage.holds(at(98), MARGIN)).isTrue();
        assertThat(coverage.holds(at(97), MARGIN)).isFalse();
    }

    @Test
    void aPauseIsNotWatched() {
        Coverage coverage = Coverage.NONE.watched(null, at(0), GAP).watched(at(10), at(60), GAP);

        assertThat(coverage.holds(at(5), MARGIN)).isTrue();
        assertThat(coverage.holds(at(12), MARGIN)).isTrue();
        assertThat(coverage.holds(at(30), MARGIN)).isFalse();
        assertThat(coverage.holds(at(61), MARGIN)).isTrue();
    }

    @Test
    void stretchesAreForgottenAndNeverTooMany() {
        Coverage coverage = Coverage.NONE.watched(null, at(100_000), GAP);
        for (int number = 0; number < 200; number++) {
            coverage = coverage.with(new Stretch(at(100 * number), at(100 * number + 10)));
        }

        assertThat(coverage.earlier()).hasSize(Coverage.MOST);
        assertThat(coverage.holds(at(19_950), MARGIN)).isFalse();
        assertThat(coverage.holds(at(150), MARGIN))
                .as("as if it had been watched, so that nobody is counted twice")
                .isTrue();
        assertThat(coverage.since(at(19_900)).earlier()).hasSize(1);
    }
}
