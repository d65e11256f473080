package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema files say what the records do. */
class SchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, Class<? extends Record>> PARTS = Map.ofEntries(
            Map.entry("face", DetectedFace.class),
            Map.entry("bounding_box", BoundingBox.class),
            Map.entry("face_attributes", FaceAttributes.class),
            Map.entry("origin", Origin.class),
            Map.entry("age_gender_count", AgeGenderCount.class),
            Map.entry("emotion_gender_count", EmotionGenderCount.class),
            Map.entry("line_crossing", LineCrossing.class),
            Map.entry("zone_stay", ZoneStay.class),
            Map.entry("line_count", LineCount.class),
            Map.entry("zone_count", ZoneCount.class),
            Map.entry("camera_layout", CameraLayout.class),
            Map.entry("counting_line", CountingLine.class),
            Map.entry("zone", Zone.class),
            Map.entry("point", Point.class));

    private static final Map<String, Class<? extends Enum<?>>> WORDS =
            Map.of("age_band", AgeBand.class, "gender", Gender.class, "emotion", Emotion.class);

    static Stream<Class<?>> types() {
        return Schemas.FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("io.crowdlake.contracts.Samples#all")
    void whatTheCodecWritesIsValid(Object contract) {
        assertThat(Schemas.violations(contract.getClass(), JsonCodec.write(contract)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFileHasTheFieldsOfItsRecordAndDescribesEach(Class<?> type) {
        JsonNode schema = Schemas.json(type);

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asText()).isEqualTo(type.getSimpleName());
        assertFieldsOf(schema, type);
        schema.path("$defs").fields().forEachRemaining(part -> {
            if (PARTS.containsKey(part.getKey())) {
                assertFieldsOf(part.getValue(), PARTS.get(part.getKey()));
            } else {
                assertThat(words(part.getValue())).isEqualTo(labels(WORDS.get(part.getKey())));
            }
        });
    }

    @Test
    void enumsOutsideTheSharedPartsAreThoseOfTheRecordsToo() {
        assertThat(words(Schemas.json(Visit.class).at("/properties/recognition")))
                .isEqualTo(labels(Recognition.class));
        assertThat(words(Schemas.json(Visit.class).at("/properties/heading"))).isEqualTo(labels(Heading.class));
        assertThat(words(Schemas.json(Visit.class).at("/$defs/line_crossing/properties/direction")))
                .isEqualTo(labels(CrossingDirection.class));
        Set<String> directions = labels(Heading.class);
        directions.remove(Heading.NONE.label());
        assertThat(words(Schemas.json(CameraLayouts.class).at("/$defs/counting_line/properties/in")))
                .isEqualTo(directions);
        assertThat(words(Schemas.json(DeadLetter.class).at("/properties/reason")))
                .isEqualTo(labels(DeadLetterReason.class));
    }

    @Test
    void aSharedPartIsTheSameInEveryFile() {
        Map<String, JsonNode> seen = new HashMap<>();
        types().forEach(type -> Schemas.json(type).path("$defs").fields().forEachRemaining(part -> {
            JsonNode before = seen.putIfAbsent(part.getKey(), part.getValue());
            assertThat(before == null ? part.getValue() : before)
                    .as(part.getKey())
                    .isEqualTo(part.getValue());
        }));
    }

    @ParameterizedTest
    @MethodSource("io.crowdlake.contracts.Samples#full")
    void withoutARequiredFieldNeitherSchemaNorRecordAccepts(Object contract) throws IOException {
        for (Spot spot : spots(contract)) {
            for (JsonNode required : spot.schema.path("required")) {
                ObjectNode json = copy(contract);
                ((ObjectNode) json.at(spot.pointer)).remove(required.asText());

                assertRefused(contract.getClass(), json, required.asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.crowdlake.contracts.Samples#full")
    void beyondARangeNeitherSchemaNorRecordAccepts(Object contract) throws IOException {
        for (Spot spot : spots(contract)) {
            for (Map.Entry<String, JsonNode> field :
                    spot.schema.path("properties").properties()) {
                for (JsonNode wrong : beyond(field.getValue())) {
                    ObjectNode json = copy(contract);
                    ((ObjectNode) json.at(spot.pointer)).set(field.getKey(), wrong);

                    assertRefused(contract.getClass(), json, field.getKey());
                }
            }
        }
    }

    private static void assertRefused(Class<?> type, ObjectNode json, String field) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(json);
        assertThat(Schemas.violations(type, bytes)).as("schema on " + json).isNotEmpty();
        assertThatThrownBy(() -> JsonCodec.read(bytes, type))
                .as("record on " + json)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("\n");
    }

    /** Values that a field's schema forbids. */
    private static List<JsonNode> beyond(JsonNode field) throws IOException {
        Stream.Builder<String> wrong = Stream.builder();
        if (field.has("minimum")) {
            wrong.add(String.valueOf(field.path("minimum").asLong() - 1));
        }
        if (field.has("maximum")) {
            wrong.add(String.valueOf(field.path("maximum").asLong() + 1));
        }
        if (field.path("type").asText().equals("integer")) {
            wrong.add("1.5").add("\"1\"").add("true");
        }
        if (field.path("pattern").asText().equals("\\S")) {
            wrong.add("\"\"").add("\" \"");
        }
        if (field.path("format").asText().equals("date-time")) {
            wrong.add("\"yesterday\"").add("\"2026-05-01\"");
        }
        if (field.path("pattern").asText().startsWith("^PT")) {
            wrong.add("\"PT\"").add("\"-PT1S\"").add("\"an hour\"");
        }
        if (field.has("enum") || field.path("$ref").asText().matches("#/\\$defs/(gender|emotion|age_band)")) {
            wrong.add("\"no such word\"");
        }
        return wrong.build().map(SchemaTest::parse).toList();
    }

    /** The objects in a contract's JSON, each with its schema. */
    private static List<Spot> spots(Object contract) throws IOException {
        JsonNode schema = Schemas.json(contract.getClass());
        JsonNode parts = schema.path("$defs");
        Map<String, String> pointers = Map.ofEntries(
                Map.entry("/faces/0", "face"),
                Map.entry("/faces/0/box", "bounding_box"),
                Map.entry("/faces/0/attributes", "face_attributes"),
                Map.entry("/attributes", "face_attributes"),
                Map.entry("/origin", "origin"),
                Map.entry("/age_gender/0", "age_gender_count"),
                Map.entry("/emotion_gender/0", "emotion_gender_count"),
                Map.entry("/crossings/0", "line_crossing"),
                Map.entry("/zone_stays/0", "zone_stay"),
                Map.entry("/lines/0", "line_count"),
                Map.entry("/zones/0", "zone_count"),
                Map.entry("/cameras/entrance-1", "camera_layout"),
                Map.entry("/cameras/entrance-1/lines/0", "counting_line"),
                Map.entry("/cameras/entrance-1/lines/0/from", "point"),
                Map.entry("/cameras/entrance-1/zones/0", "zone"),
                Map.entry("/cameras/entrance-1/zones/0/corners/0", "point"));
        ObjectNode json = copy(contract);
        Stream<Spot> nested = pointers.entrySet().stream()
                .filter(pointer -> json.at(pointer.getKey()).isObject())
                .map(pointer -> new Spot(pointer.getKey(), parts.path(pointer.getValue())));
        return Stream.concat(Stream.of(new Spot("", schema)), nested).toList();
    }

    private record Spot(String pointer, JsonNode schema) {}

    private static void assertFieldsOf(JsonNode schema, Class<?> type) {
        List<String> components = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(RecordComponent::getName)
                .map(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate)
                .toList();
        JsonNode properties = schema.path("properties");
        assertThat(properties.fieldNames()).toIterable().containsExactlyElementsOf(components);
        properties.fields().forEachRemaining(field -> assertThat(
                        field.getValue().has("description") || field.getValue().has("$ref"))
                .as(field.getKey())
                .isTrue());
        schema.path("required").forEach(name -> assertThat(components).contains(name.asText()));
    }

    private static Set<String> words(JsonNode field) {
        return Stream.iterate(0, i -> i < field.path("enum").size(), i -> i + 1)
                .map(i -> field.path("enum").get(i).asText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> labels(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> parse(new String(JsonCodec.write(constant), StandardCharsets.UTF_8))
                        .asText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ObjectNode copy(Object contract) throws IOException {
        return (ObjectNode) MAPPER.readTree(JsonCodec.write(contract));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
