package io.crowdlake.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.inference.flink.AnalyzeSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalyzerSettingsTest {

    @Test
    void travelsToTheSlotsAsItIs() throws IOException, ClassNotFoundException {
        AnalyzeSettings settings = new AnalyzeSettings(
                4,
                Duration.ofSeconds(2),
                5,
                new AnalyzerSettings("/opt/models", Precision.FP32, true, 1_000_000, Map.of("region", "north"), null));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(settings);
        }

        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(stream.readObject()).isEqualTo(settings);
        }
    }

    @Test
    void defaultsAreTheBuiltInBundle() {
        AnalyzeSettings settings = AnalyzeSettings.defaults(AnalyzerSettings.defaults());

        assertThat(settings.capacity()).isEqualTo(16);
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.attempts()).isEqualTo(3);
        assertThat(settings.analyzer().modelBundle()).isEqualTo("classpath:/models/faces");
        assertThat(settings.analyzer().maxPixels()).isEqualTo(25_000_000);
        assertThat(settings.analyzer().precision()).isEqualTo(Precision.INT8);
        assertThat(settings.analyzer().embeddings()).isFalse();
        assertThat(settings.analyzer().options()).isEmpty();
    }

    @Test
    void wrongValuesNameTheSetting() {
        AnalyzerSettings analyzer = AnalyzerSettings.defaults();

        assertThatThrownBy(() -> AnalyzerSettings.ofBundle(" ")).hasMessageContaining("model.bundle");
        assertThatThrownBy(() -> AnalyzerSettings.ofBundle("x").withMaxPixels(0))
                .hasMessageContaining("ingest.max-pixels is 0");
        assertThatThrownBy(() -> new AnalyzeSettings(0, Duration.ofSeconds(1), 1, analyzer))
                .hasMessageContaining("analyze.capacity is 0");
        assertThatThrownBy(() -> new AnalyzeSettings(1, Duration.ZERO, 1, analyzer))
                .hasMessageContaining("analyze.timeout is PT0S");
        assertThatThrownBy(() -> new AnalyzeSettings(1, Duration.ofSeconds(1), 0, analyzer))
                .hasMessageContaining("analyze.attempts is 0");
    }
}
