package io.crowdlake.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one JSON form of the contracts: snake_case names, ISO-8601 instants in UTC, lower-case enums as the tables write them. The schema files
 * beside this class describe it. Fields that a reader does not know are skipped, so that writers may add some; anything else that is not as
 * the schema says is refused.
 */
public final class JsonCodec {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number that is not there must not become 0: every frame of a camera would be the same one.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final ObjectMapper STRICT = MAPPER.copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonCodec() {}

    /** UTF-8 JSON of a contract. */
    public static byte[] write(Object contract) {
        try {
            return MAPPER.writeValueAsBytes(contract);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + contract.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /**
     * A contract from UTF-8 JSON.
     *
     * @throws IOException with a one-line message that names the field, when it is no JSON or breaks a type or a range; the message
     *     shows numbers and times that are out of range, and nothing else of the text
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return read(MAPPER, json, type);
    }

    /** As {@link #read}, for what people write by hand: a field that is not known, or there twice, is refused as a slip of the pen. */
    static <T> T readStrictly(byte[] json, Class<T> type) throws IOException {
        return read(STRICT, json, type);
    }

    private static <T> T read(ObjectMapper mapper, byte[] json, Class<T> type) throws IOException {
        T value;
        try {
            value = mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw InvalidJsonException.of(e);
        }
        if (value == null) {
            throw new IOException("JSON is null, must be a " + type.getSimpleName());
        }
        return value;
    }
}
