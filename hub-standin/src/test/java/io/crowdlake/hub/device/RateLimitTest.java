package io.crowdlake.hub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final int PLENTY = 1_000_000;

    private long now;

    @Test
    void letsABurstThroughAndThenOneAtATime() {
        RateLimit limit = limit(10, PLENTY);
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take()).contains(Duration.ZERO);
        }
        assertThat(limit.take()).contains(Duration.ofMillis(100));
        assertThat(limit.take()).contains(Duration.ofMillis(200));
    }

    @Test
    void neverLetsMoreThroughThanPromised() {
        RateLimit limit = limit(10, PLENTY);
        int taken = 0;
        while (now < 100_000_000_000L) {
            now += limit.take().orElseThrow().toNanos();
            taken++;
        }
        assertThat(taken).isBetween(1_000, 1_012);
    }

    @Test
    void refusesWhatFindsTooManyWaiting() {
        RateLimit limit = limit(10, 5);
        for (int i = 0; i < 15; i++) {
            assertThat(limit.take()).as("the burst and those that wait").isPresent();
        }
        assertThat(limit.take()).isEmpty();
        assertThat(limit.take()).as("what is refused does not make it worse").isEmpty();
        now += Duration.ofMillis(100).toNanos();
        assertThat(limit.take()).contains(Duration.ofMillis(500));
        assertThat(limit.take()).isEmpty();
    }

    @Test
    void aSlowOneTakesOneAfterASilence() {
        RateLimit limit = limit(0.5, 0);
        assertThat(limit.take()).contains(Duration.ZERO);
        assertThat(limit.take()).isEmpty();
        now += Duration.ofSeconds(3).toNanos();
        assertThat(limit.take()).contains(Duration.ZERO);
        assertThat(limit.take()).isEmpty();
    }

    private RateLimit limit(double perSecond, int waiting) {
        return new RateLimit(perSecond, waiting, () -> now);
    }
}
