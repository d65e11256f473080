package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationSettingsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nothingCannotBeMeasured(long limit) {
        assertThatThrownBy(() -> settings(Path.of("data"), limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--limit is " + limit + ", must be above 0");
    }

    @Test
    void theFolderMustBeNamed() {
        assertThatThrownBy(() -> settings(null, 1)).hasMessage("data is null");
    }

    @Test
    void setsAreNamedAsTheCommandLineWritesThem() {
        assertThat(Arrays.stream(EvaluationSet.values()).map(EvaluationSet::label))
                .containsExactly("faces", "emotion", "boxes");
    }

    private static EvaluationSettings settings(Path data, long limit) {
        return new EvaluationSettings(EvaluationSet.BOXES, data, AnalyzerSettings.defaults(), limit);
    }
}
