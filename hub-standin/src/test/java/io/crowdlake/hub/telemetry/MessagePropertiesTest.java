package io.crowdlake.hub.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class MessagePropertiesTest {

    @Example
    void systemAndOtherPropertiesOfATopic() {
        MessageProperties properties = MessageProperties.parse(
                "$.ct=image%2Fjpeg&%24.mid=7&captured-at=2026-03-01T12%3A00%3A00.5%2B01%3A00&empty=&bare&$.cdid=till");

        assertThat(properties.system())
                .containsExactly(Map.entry("content-type", "image/jpeg"), Map.entry("message-id", "7"));
        assertThat(properties.application())
                .containsExactly(
                        Map.entry("captured-at", "2026-03-01T12:00:00.5+01:00"),
                        Map.entry("empty", ""),
                        Map.entry("bare", ""));
        assertThat(MessageProperties.parse("").application()).isEmpty();
    }

    @Example
    void whatOnlyTheHubMaySet() {
        assertThatThrownBy(() -> MessageProperties.parse("iothub-connection-device-id=till"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property iothub-connection-device-id is the hub's own");
        assertThatThrownBy(() -> MessageProperties.parse("%69othub-enqueuedtime=1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageProperties.parse("$.what=1")).hasMessage("system property $.what is unknown");
        assertThatThrownBy(() -> MessageProperties.parse("a=%zz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsFormattedIsReadAgain(@ForAll @NotEmpty @AlphaChars String name, @ForAll String value) {
        // half a surrogate pair is no text
        String text =
                value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE) ? "" : value;
        assertThat(MessageProperties.parse(MessageProperties.format(Map.of(name, text)))
                        .application())
                .containsExactly(Map.entry(name, text));
    }
}
