package io.crowdlake.counting.window;

/**
 * What a window's visits to one zone add up to.
 *
 * @param zone its name
 * @param visitors distinct people seen in it
 * @param entries stays that began
 * @param dwell lengths of the stays that ended
 */
public record ZoneVisits(String zone, long visitors, long entries, DwellHistogram dwell) {

    static ZoneVisits none(String zone) {
        return new ZoneVisits(zone, 0, 0, DwellHistogram.EMPTY);
    }

    /** The visits of both, to the same zone. */
    ZoneVisits merge(ZoneVisits other) {
        return new ZoneVisits(zone, visitors + other.visitors, entries + other.entries, dwell.merge(other.dwell));
    }
}
