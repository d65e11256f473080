package io.crowdlake.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * JSON that is no contract. Knows the path and the place in the text as Jackson does, but its message is one line and quotes nothing of the
 * text: that may hold what a log must not.
 */
final class InvalidJsonException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern FIELD = Pattern.compile("\\b[a-z][a-z0-9]*([A-Z][a-z0-9]*)+\\b");

    private final String line;
    private final Throwable reason;

    private InvalidJsonException(String line, JsonLocation location, Throwable cause) {
        super((Closeable) null, line, location);
        this.line = line;
        this.reason = cause;
    }

    static InvalidJsonException of(JsonProcessingException failure) {
        List<Reference> path = failure instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        Throwable cause = failure.getCause() instanceof IllegalArgumentException ? failure.getCause() : failure;
        InvalidJsonException described =
                new InvalidJsonException(describe(failure, name(path)), failure.getLocation(), cause);
        List<Reference> innermostFirst = new ArrayList<>(path);
        Collections.reverse(innermostFirst);
        innermostFirst.forEach(described::prependPath);
        return described;
    }

    private static String describe(JsonProcessingException failure, String field) {
        if (failure.getCause() instanceof IllegalArgumentException outOfRange && outOfRange.getMessage() != null) {
            String prefix = field.isEmpty() ? "" : field + ": ";
            return prefix + snakeCase(outOfRange.getMessage());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return field + " is not known, must be one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (failure instanceof MismatchedInputException mismatch && !field.isEmpty()) {
            return field + " is missing or of another type, must be " + expected(mismatch.getTargetType());
        }
        if (failure.getCause() instanceof InputCoercionException tooLarge && !field.isEmpty()) {
            return field + " has too many digits, must be " + expected(tooLarge.getTargetType());
        }
        JsonLocation location = failure.getLocation();
        return location == null
                ? "JSON is broken"
                : "JSON is broken at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The path as people write it: {@code faces[0].box.x}. */
    private static String name(List<Reference> path) {
        StringBuilder name = new StringBuilder();
        for (Reference reference : path) {
            if (reference.getFieldName() == null) {
                name.append('[').append(reference.getIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return name.toString();
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "as the schema says";
        }
        if (type.isEnum()) {
            List<String> labels = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                labels.add(new String(JsonCodec.write(constant), StandardCharsets.UTF_8).replace("\"", ""));
            }
            return "one of " + String.join(", ", labels);
        }
        String name = HUMP.matcher(type.getSimpleName()).replaceAll(" ").toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** The records name their fields as Java does, the sender knows them as JSON does. */
    private static String snakeCase(String message) {
        return FIELD.matcher(message)
                .replaceAll(field -> HUMP.matcher(field.group()).replaceAll("_").toLowerCase(Locale.ROOT));
    }

    /** Jackson lets nobody set location and cause together. */
    @Override
    public synchronized Throwable getCause() {
        return reason;
    }

    @Override
    public String getMessage() {
        return line;
    }

    @Override
    public String getOriginalMessage() {
        return line;
    }
}
