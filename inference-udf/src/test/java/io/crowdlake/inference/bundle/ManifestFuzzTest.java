package io.crowdlake.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.TinyBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a manifest: it is read, or refused in one line. */
class ManifestFuzzTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> RUBBISH = List.of(
            "null",
            "true",
            "-1",
            "0",
            "3",
            "1e308",
            "-1e308",
            "0.5",
            "99999999999999999999",
            "\"\"",
            "\"NaN\"",
            "\"../../etc/passwd\"",
            "\"detector.pt\"",
            "\"grid\"",
            "\"softmax\"",
            "[]",
            "[null]",
            "[-1, 0, 1e9]",
            "[[]]",
            "{}",
            "{\"kind\": \"anchors\"}",
            "{\"index\": 3}");

    @Property(tries = 2_000)
    void aFieldThatIsRubbishIsReadOrRefused(@ForAll Random random) throws IOException {
        JsonNode manifest = declared();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            spoil(manifest, random);
        }
        assertReadOrRefused(MAPPER.writeValueAsBytes(manifest));
    }

    @Property(tries = 500)
    void aByteThatIsAnotherIsReadOrRefused(@ForAll Random random) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(declared());
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        assertReadOrRefused(json);
    }

    @Property(tries = 200)
    void rubbishIsReadOrRefused(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 1)
    void whatIsWrittenIsReadAsItWas() throws IOException {
        BundleManifest manifest = ManifestReader.readStrictly(MAPPER.writeValueAsBytes(declared()));

        assertThat(ManifestReader.readStrictly(BundleWriter.json(manifest).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(manifest);
    }

    private static void assertReadOrRefused(byte[] json) {
        BundleManifest manifest;
        try {
            manifest = ManifestReader.read(json);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "io.crowdlake", "java.");
            return;
        }
        assertThat(ManifestReader.read(BundleWriter.json(manifest).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(manifest);
    }

    /** The tiny bundle's manifest with every optional part. */
    private static JsonNode declared() throws IOException {
        ObjectNode manifest = (ObjectNode) MAPPER.readTree(TinyBundle.content("tiny/bundle.json"));
        ObjectNode detector = (ObjectNode) manifest.get("detector");
        detector.set(
                "input",
                MAPPER.readTree("{\"layout\": \"NCHW\", \"channels\": \"RGB\", \"type\": \"float32\","
                        + "\"mean\": [1, 2, 3], \"scale\": [0.1, 0.2, 0.3], \"multipleOf\": 32}"));
        detector.set(
                "output",
                MAPPER.readTree("{\"kind\": \"anchors\", \"boxes\": 1, \"scores\": 0, \"scoreColumn\": 1,"
                        + "\"activation\": \"softmax\", \"strides\": [8, 16], \"sizes\": [[10, 20], [40]],"
                        + "\"variances\": [0.1, 0.2], \"clip\": true}"));
        ObjectNode attributes = (ObjectNode) manifest.get("attributes");
        attributes.set("input", MAPPER.readTree("{\"layout\": \"NHWC\", \"channels\": \"BGR\", \"type\": \"uint8\"}"));
        attributes.set(
                "output",
                MAPPER.readTree("{\"ageBands\": {\"index\": 0}, \"ageYears\": {\"index\": 1, \"scale\": 100},"
                        + "\"genders\": {\"index\": 2, \"activation\": \"sigmoid\"}, \"emotions\": {\"index\": 3}}"));
        return manifest;
    }

    /** Replaces, removes or adds one thing somewhere. */
    private static void spoil(JsonNode manifest, Random random) throws IOException {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(manifest, containers);
        ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
        JsonNode rubbish = MAPPER.readTree(RUBBISH.get(random.nextInt(RUBBISH.size())));
        if (container instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(3) == 0) {
                array.add(rubbish);
            } else {
                array.set(random.nextInt(array.size()), rubbish);
            }
        } else if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, rubbish);
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
            container.forEach(child -> collect(child, containers));
        }
    }
}
