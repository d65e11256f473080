package io.crowdlake.inference.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks of the fields of bundle.json; each message names the field, its value and what must be true. */
final class Fields {

    private Fields() {}

    static void present(Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static void text(String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static void range(double value, double lowest, double highest, String field) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    field + " is " + number(value) + ", must be within " + number(lowest) + ".." + number(highest));
        }
    }

    /** A name without folders, so that a bundle cannot point outside of itself. */
    static void fileName(String value, String field) {
        text(value, field);
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    field + " is " + value + ", must be a file name of letters, digits, dots, dashes and underscores");
        }
    }

    static void listed(String file, String field, Map<String, BundleFile> files) {
        if (files.get(file) == null) {
            throw new IllegalArgumentException(field + " is " + file + ", which \"files\" does not list");
        }
    }

    /** All labels of an enum but the one for unknown, each once, in the bundle's own order. */
    static <E extends Enum<E>> List<String> labels(
            List<String> labels, E[] known, E unknown, Function<E, String> labelOf, String field) {
        List<String> expected = Arrays.stream(known)
                .filter(value -> value != unknown)
                .map(labelOf)
                .sorted()
                .toList();
        if (labels == null
                || !labels.stream().map(String::valueOf).sorted().toList().equals(expected)) {
            throw new IllegalArgumentException(field + " is " + labels + ", must be these " + expected.size()
                    + " in the order of the outputs: " + String.join(", ", expected));
        }
        return List.copyOf(labels);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
