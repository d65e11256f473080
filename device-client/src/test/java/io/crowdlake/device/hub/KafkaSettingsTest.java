package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

    @TempDir
    Path folder;

    @Test
    void deliversEachFrameOnceAndInOrder() throws HubException {
        Map<String, Object> properties = new KafkaSettings("127.0.0.1:9092", "camera-frames", null).producer();

        assertThat(properties)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .doesNotContainKey("security.protocol");
    }

    @Test
    void logsInWithTheConnectionString() throws Exception {
        Path file = Files.writeString(folder.resolve("hub"), "Endpoint=sb://127.0.0.1/;SharedAccessKey=a\"b\\c=\n");
        Map<String, Object> properties = new KafkaSettings("127.0.0.1:9092", "camera-frames", file).producer();

        assertThat(properties)
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(properties.get("sasl.jaas.config").toString())
                .endsWith(
                        "username=\"$ConnectionString\" password=\"Endpoint=sb://127.0.0.1/;SharedAccessKey=a\\\"b\\\\c=\";");
    }

    @Test
    void theConnectionStringLeavesTheMachineOnlyEncrypted() throws Exception {
        Path file = Files.writeString(folder.resolve("hub"), "secret");

        assertThat(new KafkaSettings("hub.servicebus.windows.net:9093", "t", file).producer())
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(new KafkaSettings("127.0.0.1:9092,hub.example.org:9093", "t", file).producer())
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(new KafkaSettings("localhost:9092, 127.0.0.1:9093", "t", file).producer())
                .containsEntry("security.protocol", "SASL_PLAINTEXT");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        KafkaSettings settings = new KafkaSettings("127.0.0.1:9092", "t", folder.resolve("none"));

        assertThatThrownBy(settings::producer)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("--connection-string-file: " + folder.resolve("none") + " cannot be read");
    }
}
