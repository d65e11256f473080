package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

    @Test
    void growsToAMinuteAndBeginsAnewAfterASuccess() {
        RetryPause pause = new RetryPause();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(pause.next()).isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
        }
        pause.reset();
        assertThat(pause.next()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }
}
