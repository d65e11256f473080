package io.crowdlake.counting.window;

import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.counting.place.Movement;
import java.time.Instant;
import java.util.List;

/**
 * What people did in a window at a camera's lines and zones. Whole numbers only; bounded by the number of lines and zones.
 *
 * @param lines those that were crossed, by name
 * @param zones those that were visited, by name
 */
public record PlaceCounts(List<LineCount> lines, List<ZoneVisits> zones) {

    /** Nothing. */
    public static final PlaceCounts EMPTY = new PlaceCounts(List.of(), List.of());

    public PlaceCounts {
        lines = lines == null ? List.of() : List.copyOf(lines);
        zones = zones == null ? List.of() : List.copyOf(zones);
    }

    /** What crossings that happened in a window add to it. */
    static PlaceCounts ofLines(List<LineCrossing> crossings) {
        PlaceCounts sum = EMPTY;
        for (LineCrossing crossing : crossings) {
            boolean in = crossing.direction() == CrossingDirection.IN;
            sum = sum.merge(
                    new PlaceCounts(List.of(new LineCount(crossing.line(), in ? 1 : 0, in ? 0 : 1)), List.of()));
        }
        return sum;
    }

    /** What one movement adds, for zones, to the window in which it was noticed, which begins at {@code start}. */
    static PlaceCounts ofZones(Movement movement, Instant start) {
        PlaceCounts sum = EMPTY;
        for (var sight : movement.zones()) {
            boolean visitor = sight.before() == null || sight.before().isBefore(start);
            if (visitor || sight.entered()) {
                sum = sum.merge(ofZone(
                        new ZoneVisits(sight.zone(), visitor ? 1 : 0, sight.entered() ? 1 : 0, DwellHistogram.EMPTY)));
            }
        }
        for (var stay : movement.zoneStays()) {
            sum = sum.merge(ofZone(new ZoneVisits(stay.zone(), 0, 0, DwellHistogram.EMPTY.plus(stay.dwell()))));
        }
        return sum;
    }

    boolean isEmpty() {
        return lines.isEmpty() && zones.isEmpty();
    }

    /** What was done in both. */
    PlaceCounts merge(PlaceCounts other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new PlaceCounts(
                ByName.merge(lines, other.lines, LineCount::line, PlaceCounts::sum),
                ByName.merge(zones, other.zones, ZoneVisits::zone, ZoneVisits::merge));
    }

    private static PlaceCounts ofZone(ZoneVisits visits) {
        return new PlaceCounts(List.of(), List.of(visits));
    }

    private static LineCount sum(LineCount one, LineCount other) {
        return new LineCount(one.line(), one.inCount() + other.inCount(), one.outCount() + other.outCount());
    }
}
