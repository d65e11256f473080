package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import org.junit.jupiter.api.Test;

class InferenceSettingsTest {

    @Test
    void travelsAsJson() {
        InferenceSettings settings = new InferenceSettings("classpath:/models/faces", "/some folder", 3, 0.5, 0);

        assertThat(InferenceSettings.ofJson(settings.toJson())).isEqualTo(settings);
    }

    @Test
    void refusesWhatMakesNoSenseByTheOptionsName() {
        assertThatThrownBy(() -> new InferenceSettings("m", null, 0, 1, 0))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("--frames is 0, must be at least 1");
        assertThatThrownBy(() -> new InferenceSettings("m", null, 1, 0, 0))
                .hasMessage("--seconds is 0.0, must be above 0 and at most 3600");
        assertThatThrownBy(() -> new InferenceSettings("m", null, 1, Double.NaN, 0))
                .hasMessageStartingWith("--seconds is NaN");
        assertThatThrownBy(() -> new InferenceSettings("m", null, 1, 1, 5))
                .hasMessage("--soak is 5, must be at least 20 frames");
        assertThatThrownBy(() -> new InferenceSettings("m", null, 1, 1, -1)).hasMessageStartingWith("--soak is -1");
    }

    @Test
    void saysHowToStartWhereItIsStartedByHand() {
        assertThatThrownBy(() -> InferenceSettings.ofJson("--help")).hasMessageContaining("./crowd bench inference");
    }
}
