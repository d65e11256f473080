package io.crowdlake.contracts;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is drawn in a camera's picture to count by.
 *
 * @param lines at most {@value #MOST}, no two of one name
 * @param zones at most {@value #MOST}, no two of one name
 */
public record CameraLayout(List<CountingLine> lines, List<Zone> zones) implements Serializable {

    /** Most lines, and most zones, of a camera: what is kept for each window is bounded by it. */
    public static final int MOST = 16;

    /** Nothing is drawn. */
    public static final CameraLayout NONE = new CameraLayout(List.of(), List.of());

    public CameraLayout {
        lines = Checks.entries(lines, "lines");
        zones = Checks.entries(zones, "zones");
        requireFewAndDistinct("lines", lines.stream().map(CountingLine::name).toList());
        requireFewAndDistinct("zones", zones.stream().map(Zone::name).toList());
    }

    private static void requireFewAndDistinct(String field, List<String> names) {
        if (names.size() > MOST) {
            throw new IllegalArgumentException(field + " are " + names.size() + ", must be at most " + MOST);
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "two " + field + " are named " + name + ", each needs a name of its own");
            }
        }
    }
}
