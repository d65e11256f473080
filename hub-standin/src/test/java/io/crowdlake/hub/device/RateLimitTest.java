package io.crowdlake.hub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private long now;
    private final RateLimit limit = new RateLimit(10, () -> now);

    @Test
    void afterASilenceSoManyAtOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take()).isZero();
        }
        assertThat(limit.take()).isEqualTo(Duration.ofMillis(100));
        assertThat(limit.take()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void thenNoFasterThanAllowed() {
        int taken = 0;
        for (int i = 0; i < 1000; i++) {
            now += limit.take().toNanos();
            taken++;
        }
        assertThat(now / 1e9).isBetween((taken - 11) / 10.0, taken / 10.0);
    }
}
