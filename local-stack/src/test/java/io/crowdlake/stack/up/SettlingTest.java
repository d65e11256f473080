package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.up.Settling.Sight;
import io.crowdlake.stack.up.Settling.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private final TestClock clock = new TestClock();
    private final Settling settling =
            new Settling(clock, Duration.ofSeconds(12), Duration.ofSeconds(25), Duration.ofSeconds(45));

    @Test
    void waitsForTheWindowsAfterTheLastFrame() {
        Sight allRows = new Sight(100, 100, 100, 3);
        assertThat(settling.judge(allRows)).isEqualTo(Verdict.WAIT);
        clock.advance(Duration.ofSeconds(11));
        Sight newWindow = new Sight(100, 100, 100, 4);
        assertThat(settling.judge(newWindow)).isEqualTo(Verdict.WAIT);
        clock.advance(Duration.ofSeconds(11));
        assertThat(settling.judge(newWindow)).isEqualTo(Verdict.WAIT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settling.judge(newWindow)).isEqualTo(Verdict.SETTLED);
    }

    @Test
    void waitsAsLongAsRowsCome() {
        for (int rows = 0; rows < 100; rows++) {
            assertThat(settling.judge(new Sight(100, rows, rows, 0))).isEqualTo(Verdict.WAIT);
            clock.advance(Duration.ofSeconds(40));
        }
    }

    @Test
    void knowsMessagesThatCameTwice() {
        Sight oneMissing = new Sight(100, 100, 99, 3);
        settling.judge(oneMissing);
        clock.advance(Duration.ofSeconds(24));
        assertThat(settling.judge(oneMissing)).isEqualTo(Verdict.WAIT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settling.judge(oneMissing)).isEqualTo(Verdict.QUIET);
    }

    @Test
    void givesUpOnAJobThatDoesNotRead() {
        Sight unread = new Sight(100, 50, 50, 3);
        settling.judge(unread);
        clock.advance(Duration.ofSeconds(44));
        assertThat(settling.judge(unread)).isEqualTo(Verdict.WAIT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settling.judge(unread)).isEqualTo(Verdict.STUCK);
    }
}
