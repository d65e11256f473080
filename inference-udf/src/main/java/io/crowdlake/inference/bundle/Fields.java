package io.crowdlake.inference.bundle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Checks of the fields of bundle.json; each message names the field, its value and what must be true. A field is named within its own object;
 * {@link ManifestReader} puts before it where that object lies.
 */
final class Fields {

    /** More than any sensible network has. */
    static final int MAX_OUTPUTS = 100;

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

    /** At least one number, each within a range. */
    static <N extends Number> List<N> ranges(List<N> values, double lowest, double highest, String field) {
        notEmpty(values, field);
        values.forEach(value -> range(value.doubleValue(), lowest, highest, field));
        return List.copyOf(values);
    }

    /** One value for each stride. */
    static <T> List<T> forEach(List<Integer> strides, List<T> values, String field) {
        notEmpty(values, field);
        if (values.size() != strides.size()) {
            throw new IllegalArgumentException(
                    field + " is " + values + ", must have one for each of the " + strides.size() + " strides");
        }
        return List.copyOf(values);
    }

    /** Places of outputs, none of them twice. */
    static void outputs(List<Integer> indices, String field) {
        indices.forEach(index -> range(index, 0, MAX_OUTPUTS, field));
        if (new HashSet<>(indices).size() < indices.size()) {
            throw new IllegalArgumentException(field + " is " + indices + ", must be different outputs");
        }
    }

    /** Three finite numbers. */
    static List<Double> perChannel(List<Double> values, String field) {
        if (values.size() != 3 || values.stream().anyMatch(value -> value == null || !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    field + " is " + values + ", must be three numbers, one for each channel");
        }
        return List.copyOf(values);
    }

    /** Like {@link #range}, for a field that may be left out. */
    static void optionalRange(Double value, double lowest, double highest, String field) {
        if (value != null) {
            range(value, lowest, highest, field);
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

    static void optionalFileName(String value, String field) {
        if (value != null) {
            fileName(value, field);
        }
    }

    /** Both files of a network, where there is one. */
    static void listed(NetworkFiles network, String field, Map<String, BundleFile> files) {
        if (network != null) {
            listed(network.file(), field + ".file", files);
            if (network.int8File() != null) {
                listed(network.int8File(), field + ".int8File", files);
            }
        }
    }

    /** All labels of an enum but the one for unknown, each once, in the bundle's own order. */
    static <E extends Enum<E>> List<String> labels(
            List<String> labels, E[] known, E unknown, Function<E, String> labelOf, String field) {
        List<String> expected = expected(known, unknown, labelOf);
        if (labels == null
                || !labels.stream().map(String::valueOf).sorted().toList().equals(expected)) {
            throw new IllegalArgumentException(field + " is " + labels + ", must be these " + expected.size()
                    + " in the order of the outputs: " + String.join(", ", expected));
        }
        return List.copyOf(labels);
    }

    /** Two labels or more of an enum, but the one for unknown, each at most once, in the bundle's own order. */
    static <E extends Enum<E>> List<String> someLabels(
            List<String> labels, E[] known, E unknown, Function<E, String> labelOf, String field) {
        List<String> expected = expected(known, unknown, labelOf);
        if (labels == null
                || labels.size() < 2
                || !expected.containsAll(labels)
                || new HashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException(field + " is " + labels
                    + ", must be at least two of these in the order of the outputs: " + String.join(", ", expected));
        }
        return List.copyOf(labels);
    }

    private static <E extends Enum<E>> List<String> expected(E[] known, E unknown, Function<E, String> labelOf) {
        return Arrays.stream(known)
                .filter(value -> value != unknown)
                .map(labelOf)
                .sorted()
                .toList();
    }

    private static void listed(String file, String field, Map<String, BundleFile> files) {
        if (files.get(file) == null) {
            throw new IllegalArgumentException(field + " is " + file + ", which \"files\" does not list");
        }
    }

    private static void notEmpty(List<?> values, String field) {
        if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(field + " is " + values + ", must be a list with something in it");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
