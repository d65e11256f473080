package io.crowdlake.device.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MotionGateTest {

    private final MotionGate gate = new MotionGate();

    @Test
    void aStillSceneIsShownOnceAMinute() {
        int opened = 0;
        for (int second = 0; second < 180; second++) {
            if (gate.opens(Drawn.square(100, 100, 80), 0.01, Duration.ofSeconds(second))) {
                opened++;
            }
        }
        assertThat(opened).isEqualTo(3);
    }

    @Test
    void noiseIsNoMotionAndSomebodyWhoWalksIs() {
        assertThat(gate.opens(Drawn.noisy(Drawn.square(100, 100, 80), 1), 0.01, Duration.ZERO))
                .isTrue();
        for (int i = 2; i < 12; i++) {
            assertThat(gate.opens(Drawn.noisy(Drawn.square(100, 100, 80), i), 0.01, Duration.ofSeconds(i)))
                    .as("noise %d", i)
                    .isFalse();
        }
        assertThat(gate.opens(Drawn.noisy(Drawn.square(160, 100, 80), 12), 0.01, Duration.ofSeconds(12)))
                .isTrue();
    }

    @Test
    void whatMovesLittleByLittleIsSeenInTheEnd() {
        assertThat(gate.opens(Drawn.square(100, 100, 80), 0.02, Duration.ZERO)).isTrue();
        int opened = 0;
        for (int i = 1; i <= 40; i++) {
            if (gate.opens(Drawn.square(100 + 2 * i, 100, 80), 0.02, Duration.ofSeconds(i))) {
                opened++;
            }
        }
        assertThat(opened).isBetween(1, 4);
    }

    @Test
    void aSourceThatBeginsAnewIsSeenAtOnce() {
        assertThat(gate.opens(Drawn.square(0, 0, 80), 0.01, Duration.ofMinutes(5)))
                .isTrue();
        assertThat(gate.opens(Drawn.square(0, 0, 80), 0.01, Duration.ZERO)).isTrue();
        gate.forget();
        assertThat(gate.opens(Drawn.square(0, 0, 80), 0.01, Duration.ofSeconds(1)))
                .isTrue();
    }
}
