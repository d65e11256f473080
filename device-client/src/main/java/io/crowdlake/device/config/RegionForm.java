package io.crowdlake.device.config;

import io.crowdlake.contracts.BoundingBox;
import java.util.Map;
import java.util.Set;

/** A region as the twin writes it: {@code {"x": 0.1, "y": 0, "width": 0.5, "height": 1}}. A patch may name some of them. */
final class RegionForm {

    private static final Set<String> NAMES = Set.of("x", "y", "width", "height");

    /** Of the picture: there is nobody to see in less. */
    private static final double SMALLEST_SIDE = 0.05;

    private static final String RULE =
            "must be {x, y, width, height} as fractions of the picture, within it, and each side at least "
                    + SMALLEST_SIDE;

    private RegionForm() {}

    static BoundingBox parse(BoundingBox before, Object desired) {
        if (!(desired instanceof Map<?, ?> given) || !NAMES.containsAll(given.keySet())) {
            throw new IllegalArgumentException(RULE);
        }
        try {
            BoundingBox region = new BoundingBox(
                    number(given, "x", before.x(), 0),
                    number(given, "y", before.y(), 0),
                    number(given, "width", before.width(), 1),
                    number(given, "height", before.height(), 1));
            if (region.width() < SMALLEST_SIDE || region.height() < SMALLEST_SIDE) {
                throw new IllegalArgumentException(RULE);
            }
            return region;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(RULE, e);
        }
    }

    private static double number(Map<?, ?> given, String name, double before, double otherwise) {
        if (!given.containsKey(name)) {
            return before;
        }
        Object value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + " is no number");
    }

    static Object report(BoundingBox region) {
        return Map.of("x", region.x(), "y", region.y(), "width", region.width(), "height", region.height());
    }
}
