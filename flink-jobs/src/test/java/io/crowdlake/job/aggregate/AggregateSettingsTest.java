package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AggregateSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static AggregateSettings settings(Duration size, Duration offset, Duration events, Duration lake) {
        return new AggregateSettings(size, offset, events, lake, SECOND, SECOND);
    }

    @Test
    void aRefusalNamesTheOptionAndWhatMustBeTrue() {
        assertThatThrownBy(() -> settings(Duration.ZERO, Duration.ZERO, SECOND, SECOND))
                .hasMessage("window.size is PT0S, must be more than zero");
        assertThatThrownBy(() -> settings(SECOND, SECOND, SECOND, SECOND))
                .hasMessage("window.offset is PT1S, must be zero or more and less than window.size PT1S");
        assertThatThrownBy(() -> settings(SECOND, Duration.ZERO, Duration.ZERO, SECOND))
                .hasMessage("events.update-interval is PT0S, must be more than zero");
        assertThatThrownBy(() -> settings(SECOND, Duration.ZERO, SECOND, Duration.ZERO))
                .hasMessage("lake.update-interval is PT0S, must be more than zero");
    }
}
