package io.crowdlake.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The schema files, and the record that each describes. */
final class Schemas {

    static final Map<Class<?>, String> FILES = Map.of(
            FrameAnalysis.class, "frame-analysis",
            Visit.class, "visit",
            CrowdDemographics.class, "crowd-demographics",
            DeadLetter.class, "dead-letter",
            DeviceTelemetry.class, "device-telemetry",
            CameraLayouts.class, "camera-layouts");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Schemas() {}

    static JsonNode json(Class<?> type) {
        String file = "schema/" + FILES.get(type) + ".schema.json";
        try (InputStream stream = JsonCodec.class.getResourceAsStream(file)) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonSchema validator(Class<?> type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        json(type),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** What is wrong with a text, one message each. */
    static List<String> violations(Class<?> type, byte[] json) {
        return validator(type).validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
