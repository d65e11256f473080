package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.device.hub.HubProtocol;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterTest {

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "1500ms, PT1.5S", "10m, PT10M", "10min, PT10M", "2h, PT2H", "1d, PT24H"})
    void readsTimes(String text, Duration expected) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "s", "0s", "-1s", "1.5h", ""})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text)).hasMessageContaining("write it like 90s");
    }

    @ParameterizedTest
    @CsvSource({
        "MQTT, MQTT",
        "mqtt-ws, MQTT_WS",
        "MQTT_WS, MQTT_WS",
        "amqps, AMQPS",
        "Amqps_ws, AMQPS_WS",
        "https, HTTPS"
    })
    void readsProtocols(String text, HubProtocol expected) {
        assertThat(new HubProtocolConverter().convert(text)).isEqualTo(expected);
    }

    @Test
    void readsSizes() {
        assertThat(new SizeConverter().convert("1280x720")).isEqualTo(new SizeConverter.Size(1280, 720));
        assertThatThrownBy(() -> new SizeConverter().convert("640")).hasMessageContaining("write it like 640x480");
    }
}
