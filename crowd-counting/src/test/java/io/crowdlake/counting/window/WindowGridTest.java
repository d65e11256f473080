package io.crowdlake.counting.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowGridTest {

    private final WindowGrid hours = new WindowGrid(Duration.ofHours(1), Duration.ZERO);

    @Test
    void theStartBelongsToTheWindowAndTheEndToTheNext() {
        Instant ten = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(hours.startOf(ten)).isEqualTo(ten);
        assertThat(hours.startOf(ten.minusNanos(1))).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(hours.endOf(ten)).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void theOffsetShiftsTheGrid() {
        WindowGrid shifted = new WindowGrid(Duration.ofHours(24), Duration.ofHours(5));

        assertThat(shifted.startOf(Instant.parse("2026-03-02T04:59:59Z"))).isEqualTo("2026-03-01T05:00:00Z");
        assertThat(shifted.startOf(Instant.parse("2026-03-02T05:00:00Z"))).isEqualTo("2026-03-02T05:00:00Z");
    }

    @Test
    void aSpanTouchesEveryWindowBetweenItsEnds() {
        assertThat(hours.startsFrom(Instant.parse("2026-03-02T09:59:59Z"), Instant.parse("2026-03-02T11:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Property(tries = 1000)
    void everyInstantLiesInExactlyOneWindow(
            @ForAll @LongRange(min = -4_000_000_000L, max = 8_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano,
            @ForAll @LongRange(min = 1, max = 100_000_000) long sizeMillis,
            @ForAll @LongRange(min = 0, max = 100_000_000) long shift) {
        WindowGrid grid = new WindowGrid(Duration.ofMillis(sizeMillis), Duration.ofMillis(shift % sizeMillis));
        Instant instant = Instant.ofEpochSecond(second, nano);

        Instant start = grid.startOf(instant);

        assertThat(start).isBeforeOrEqualTo(instant);
        assertThat(grid.endOf(start)).isAfter(instant);
        assertThat(grid.startOf(start)).isEqualTo(start);
        assertThat(Math.floorMod(start.toEpochMilli() - shift % sizeMillis, sizeMillis))
                .isZero();
    }

    @Test
    void refusesSizesAndOffsetsThatMakeNoGrid() {
        assertThatThrownBy(() -> new WindowGrid(Duration.ZERO, Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new WindowGrid(Duration.ofHours(1), Duration.ofHours(1)))
                .hasMessageContaining("less than the size PT1H");
    }
}
