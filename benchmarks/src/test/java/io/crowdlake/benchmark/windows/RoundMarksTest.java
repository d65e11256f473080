package io.crowdlake.benchmark.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RoundMarksTest {

    @Test
    void aRoundHasItsAnalysesWhereTimeIsNoMatter() {
        RoundMarks marks = RoundMarks.start(50, 100, Duration.ZERO, 2);
        for (long number = 0; number < 400; number++) {
            RoundMarks.passing(number, element -> element);
        }
        assertThat(marks.complete()).isCompletedWithValueMatching(rounds -> rounds.size() == 2);
        assertThat(marks.complete().join()).extracting(TaskTimes::analyses).containsExactly(100L, 100L);
    }

    @Test
    @Timeout(60)
    void aRoundLastsForItsTimeWithAsManyAnalysesAsItTakes() {
        RoundMarks marks = RoundMarks.start(0, 1, Duration.ofMillis(20), 1);
        for (long number = 0; !marks.complete().isDone(); number++) {
            RoundMarks.passing(number, element -> element);
        }
        List<TaskTimes> rounds = marks.complete().join();
        assertThat(rounds.get(0).wall()).isGreaterThanOrEqualTo(20_000_000);
        assertThat(rounds.get(0).analyses())
                .as("more than it was to have at least")
                .isGreaterThan(1);
    }
}
