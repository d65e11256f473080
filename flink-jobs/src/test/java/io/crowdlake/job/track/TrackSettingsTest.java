package io.crowdlake.job.track;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrackSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aRefusalNamesTheOptionAndWhatMustBeTrue() {
        assertThatThrownBy(() -> new TrackSettings(SECOND.negated(), SECOND, SECOND, SECOND))
                .hasMessage("track.reorder-delay is PT-1S, must not be negative");
        assertThatThrownBy(() -> new TrackSettings(SECOND, Duration.ZERO, SECOND, SECOND))
                .hasMessage("track.quiet-after is PT0S, must be more than zero");
        assertThatThrownBy(() -> new TrackSettings(SECOND, SECOND, Duration.ZERO, SECOND))
                .hasMessage("track.visit-gap is PT0S, must be more than zero");
        assertThatThrownBy(() -> new TrackSettings(SECOND, SECOND, SECOND, Duration.ZERO))
                .hasMessage("late.horizon is PT0S, must be at least track.reorder-delay PT1S");
    }
}
