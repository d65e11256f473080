package io.crowdlake.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TwinPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);

    @Test
    void aPatchSetsRemovesAndLeaves() throws Exception {
        TwinProperties before =
                TwinProperties.none(NOW).patched(json("{'a': 1, 'b': {'c': 2, 'd': 3}, 'e': [1]}"), NOW);
        TwinProperties after = before.patched(json("{'a': null, 'b': {'c': 4}, 'f': true, '$version': 99}"), LATER);

        assertThat(after.values()).isEqualTo(json("{'b': {'c': 4, 'd': 3}, 'e': [1], 'f': true}"));
        assertThat(after.version()).isEqualTo(3);
        assertThat(after.lastUpdated()).isEqualTo(LATER);
        assertThat(before.values()).as("the one before").isEqualTo(json("{'a': 1, 'b': {'c': 2, 'd': 3}, 'e': [1]}"));
    }

    @Test
    void aDeviceIsToldThePatchAndItsVersion() throws Exception {
        JsonNode patch = json("{'a': null, 'b': 2}");
        TwinProperties after = TwinProperties.none(NOW).patched(patch, NOW);

        assertThat(after.announcement(patch)).hasToString("{\"a\":null,\"b\":2,\"$version\":2}");
        assertThat(after.toJson().path("$version").asLong()).isEqualTo(2);
        assertThat(after.toJson().path("$metadata").path("$lastUpdated").asText())
                .isEqualTo(NOW.toString());
    }

    @Test
    void whatTheHubDoesNotTake() throws Exception {
        assertRefused("[1]", "must be a JSON object");
        assertRefused("{'a.b': 1}", "property names must not");
        assertRefused("{'$a': 1}", "property names must not");
        assertRefused("{'a': {'b c': 1}}", "property names must not");
        assertRefused("{'a': '" + "x".repeat(33_000) + "'}", "more than 32768 bytes");
        assertRefused("{'a':".repeat(12) + "1" + "}".repeat(12), "nested more than 10 deep");
    }

    private static void assertRefused(String patch, String message) throws JsonProcessingException {
        JsonNode json = json(patch);
        assertThatThrownBy(() -> TwinProperties.none(NOW).patched(json, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
