package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CameraClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration ROUNDING = Duration.ofMillis(2);

    @Property
    void noFrameGoesOutBeforeItWasCaptured(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double speed,
            @ForAll @IntRange(min = 1, max = 100_000) int seconds,
            @ForAll @IntRange(min = 0, max = 200_000_000) int millis) {
        CameraClock clock = CameraClock.begin(NOW, speed, Optional.of(Duration.ofSeconds(seconds)), Optional.empty());
        Duration position = Duration.ofMillis(millis);

        assertThat(clock.dueAt(position)).isAfterOrEqualTo(clock.capturedAt(position));
        assertThat(clock.dueAt(position)).isAfterOrEqualTo(NOW);
    }

    @Property
    void dueTimesFollowTheOrderOfTheFrames(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double speed,
            @ForAll @IntRange(min = 0, max = 100_000_000) int first,
            @ForAll @IntRange(min = 0, max = 100_000_000) int gap) {
        CameraClock clock = CameraClock.begin(NOW, speed, Optional.empty(), Optional.empty());

        assertThat(clock.dueAt(Duration.ofMillis((long) first + gap)))
                .isAfterOrEqualTo(clock.dueAt(Duration.ofMillis(first)));
    }

    @Property
    void aSourceOfKnownLengthEndsNowAndTakesItsLengthOverTheSpeed(
            @ForAll @DoubleRange(min = 1, max = 1000) double speed,
            @ForAll @IntRange(min = 1, max = 3600) int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        CameraClock clock = CameraClock.begin(NOW, speed, Optional.empty(), Optional.of(length));
        Instant end = NOW.plusNanos(Math.round(length.toNanos() / speed));

        assertThat(Duration.between(clock.capturedAt(length), end).abs()).isLessThan(ROUNDING);
        assertThat(Duration.between(clock.dueAt(length), end).abs()).isLessThan(ROUNDING);
    }

    @Test
    void atOrdinarySpeedEventTimeIsWallTime() {
        CameraClock clock = CameraClock.begin(NOW, 1, Optional.empty(), Optional.empty());

        assertThat(clock.start()).isEqualTo(NOW);
        assertThat(clock.dueAt(Duration.ofSeconds(5))).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aFastCameraStartsInThePast() {
        CameraClock clock = CameraClock.begin(NOW, 60, Optional.of(Duration.ofSeconds(90)), Optional.empty());

        assertThat(clock.start()).isEqualTo(NOW.minusSeconds(59 * 90));
        assertThat(clock.dueAt(Duration.ofMinutes(1))).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void withoutAnEndItCatchesUpWithinAnHourAndThenKeepsPaceWithThePresent() {
        CameraClock clock = CameraClock.begin(NOW, 10, Optional.empty(), Optional.empty());
        Duration caughtUp = Duration.ofHours(10);

        assertThat(clock.start()).isEqualTo(NOW.minus(Duration.ofHours(9)));
        assertThat(Duration.between(clock.dueAt(caughtUp), NOW.plus(Duration.ofHours(1)))
                        .abs())
                .isLessThan(ROUNDING);
        assertThat(Duration.between(clock.dueAt(caughtUp), clock.dueAt(caughtUp.plusSeconds(10))))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aSlowCameraFallsBehind() {
        CameraClock clock = CameraClock.begin(NOW, 0.5, Optional.empty(), Optional.empty());

        assertThat(clock.start()).isEqualTo(NOW);
        assertThat(clock.dueAt(Duration.ofSeconds(5))).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void speedMustBePositive() {
        assertThatThrownBy(() -> CameraClock.begin(NOW, 0, Optional.empty(), Optional.empty()))
                .hasMessageContaining("speed is 0.0, must be above 0");
    }
}
