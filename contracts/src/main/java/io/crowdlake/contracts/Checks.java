package io.crowdlake.contracts;

import java.util.List;

/** Range checks shared by the records; each message names the field, the value and what must be true. */
final class Checks {

    private static final int LONGEST_NAME = 64;

    private Checks() {}

    static double fraction(double value, String field) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " is " + value + ", must be within 0..1");
        }
        return value;
    }

    static long notNegative(long value, String field) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is " + value + ", must not be negative");
        }
        return value;
    }

    static double notNegative(double value, String field) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(field + " is " + value + ", must be a number that is not negative");
        }
        return value;
    }

    static void notNegativeOrNull(Double value, String field) {
        if (value != null) {
            notNegative(value.doubleValue(), field);
        }
    }

    static int positive(int value, String field) {
        if (value <= 0) {
            throw new IllegalArgumentException(field + " is " + value + ", must be positive");
        }
        return value;
    }

    static String notBlank(String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** What a person calls something. */
    static String name(String value, String field) {
        notBlank(value, field);
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    field + " has " + value.length() + " characters, must have at most " + LONGEST_NAME);
        }
        return value;
    }

    /** An unchangeable copy; none for null. */
    static <T> List<T> entries(List<T> values, String field) {
        if (values == null || values.isEmpty()) {
            return List.of();
        }
        for (T value : values) {
            if (value == null) {
                throw new IllegalArgumentException("an entry of " + field + " is missing");
            }
        }
        return List.copyOf(values);
    }

    static <T> T present(T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
