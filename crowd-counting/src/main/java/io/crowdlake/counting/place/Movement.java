package io.crowdlake.counting.place;

import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.ZoneStay;
import java.util.List;

/**
 * What one sight of a person, or the end of the visit, brought to light. It says everything once, so that it can be added up.
 *
 * @param crossings lines that the person has now clearly walked over
 * @param zones zones that the person is in now; at the end of a visit only those of which nothing was told before
 * @param zoneStays stays in zones that are over now
 */
public record Movement(List<LineCrossing> crossings, List<ZoneSight> zones, List<ZoneStay> zoneStays) {

    /** Nothing. */
    public static final Movement NONE = new Movement(List.of(), List.of(), List.of());

    public Movement {
        crossings = crossings == null ? List.of() : List.copyOf(crossings);
        zones = zones == null ? List.of() : List.copyOf(zones);
        zoneStays = zoneStays == null ? List.of() : List.copyOf(zoneStays);
    }
}
