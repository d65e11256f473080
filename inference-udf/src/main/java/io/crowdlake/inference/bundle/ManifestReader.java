package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bundle.json; what is wrong with it becomes one line that names the field, as a path from the top. */
final class ManifestReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Unknown fields are passed over, since a later release may have written them. */
    private static final ObjectReader READER = MAPPER.readerFor(BundleManifest.class);

    private ManifestReader() {}

    /** Reads a manifest; throws IllegalArgumentException with one line when it is none. */
    static BundleManifest read(byte[] json) {
        return read(READER, json);
    }

    /** The same, but an unknown field is an error: one that a person has just misspelt must not be passed over. */
    static BundleManifest readStrictly(byte[] json) {
        return read(READER.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), json);
    }

    private static BundleManifest read(ObjectReader reader, byte[] json) {
        try {
            BundleManifest manifest = reader.readValue(json);
            if (manifest == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return manifest;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(problem(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read: " + firstLine(e.getMessage()), e);
        }
    }

    private static String problem(JsonMappingException e) {
        String path = path(e.getPath());
        if (e.getCause() instanceof IllegalArgumentException check) {
            String separator = check.getMessage().startsWith("has ") ? " " : ".";
            return (path.isEmpty() ? "" : path + separator) + check.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path + " is no field of a bundle, must be one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidTypeIdException kind) {
            return path + ".kind is " + (kind.getTypeId() == null ? "missing" : kind.getTypeId())
                    + ", must be one of rows, boxes, anchors, grid";
        }
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            return path + " is " + wrong.getValue() + ", must be one of "
                    + Arrays.stream(wrong.getTargetType().getEnumConstants())
                            .map(ManifestReader::name)
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            boolean missing = String.valueOf(e.getOriginalMessage()).contains("Cannot map `null`");
            return (path.isEmpty() ? "it" : path)
                    + (missing ? " is missing, must be " : " must be ")
                    + kind(wrong.getTargetType());
        }
        return (path.isEmpty() ? "it" : path) + " cannot be read: " + firstLine(e.getOriginalMessage());
    }

    /** What JSON calls the values of a Java type. */
    private static String kind(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return List.class.isAssignableFrom(type) ? "a list" : "an object of a bundle: {...}";
    }

    /** Where in the file, such as {@code detector.input.mean} or {@code detector.output.sizes[1]}. */
    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String name(Object constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
