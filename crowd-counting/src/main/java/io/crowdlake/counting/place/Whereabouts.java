package io.crowdlake.counting.place;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.Zone;
import io.crowdlake.contracts.ZoneStay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where one person has been. A pure function: what is known and a sight in, what is known then out.
 *
 * <p>The person is where the middle of the face is, and has gone straight from one sight to the next. Each time the way leads over a line this is
 * noted, inwards as 1 and outwards as -1; it counts, as the sum, once the person is clear of the line (see {@link Passage}), or at the end of the visit. So somebody who stands on
 * a line counts once or not at all, and what counts inwards less outwards is always the side that a person ended on less the side they came from. A zone is
 * entered with the first sight in it and left with the first sight clear of it.
 *
 * <p>The size is bounded by the camera's lines and zones and by {@link Visit#MOST_KEPT}.
 *
 * @param first place of the first sight; null before it
 * @param last place of the last one; null before the first
 * @param heading from the first to the last
 * @param passages ways over lines that have not counted yet, by the line's name
 * @param zones those that the person was ever in
 * @param crossings that have counted, the first {@link Visit#MOST_KEPT}
 * @param zoneStays that are over, the first {@link Visit#MOST_KEPT}
 * @param movement what the sights brought that nobody has been told of; once told, what the last telling was
 * @param told whether that has been told
 * @param lastAt event time of the last sight; null before the first, and where it was not kept
 */
public record Whereabouts(
        Point first,
        Point last,
        Heading heading,
        Map<String, Passage> passages,
        List<ZonePresence> zones,
        List<LineCrossing> crossings,
        List<ZoneStay> zoneStays,
        Movement movement,
        boolean told,
        Instant lastAt) {

    /** Of somebody who has not been seen yet. */
    public static final Whereabouts UNKNOWN = new Whereabouts(
            null, null, Heading.NONE, Map.of(), List.of(), List.of(), List.of(), Movement.NONE, true, null);

    public Whereabouts {
        heading = heading == null ? Heading.NONE : heading;
        passages = passages == null || passages.isEmpty() ? Map.of() : Map.copyOf(passages);
        zones = zones == null ? List.of() : List.copyOf(zones);
        crossings = crossings == null ? List.of() : List.copyOf(crossings);
        zoneStays = zoneStays == null ? List.of() : List.copyOf(zoneStays);
        movement = movement == null ? Movement.NONE : movement;
    }

    /**
     * After one more sight.
     *
     * <p>Nobody is told yet, see {@link #told}; what was not told before is told with it.
     */
    public Whereabouts seen(CameraLayout layout, Sight sight) {
        if (layout.lines().isEmpty() && layout.zones().isEmpty()) {
            return seenAnywhere(sight);
        }
        Map<String, Passage> noted = new HashMap<>();
        List<LineCrossing> crossed = new ArrayList<>();
        for (CountingLine line : layout.lines()) {
            Passage passage = last == null
                    ? Passage.NONE
                    : passages.getOrDefault(line.name(), Passage.NONE).seen(line, last, lastAt, sight);
            if (passage.counts(sight.time())) {
                crossed.addAll(crossings(line.name(), passage.sum(), passage.clearSince()));
            } else if (passage.sum() != 0) {
                noted.put(line.name(), passage);
            }
        }
        List<ZonePresence> presences = new ArrayList<>();
        List<ZoneSight> inside = new ArrayList<>();
        List<ZoneStay> left = new ArrayList<>();
        for (Zone zone : layout.zones()) {
            ZonePresence presence = presence(zone.name());
            if (sight.in(zone, presence.inside())) {
                presence = presence.in(sight.time());
                inside.add(presence.sight());
                presences.add(presence);
            } else if (presence.told() != null) {
                if (presence.inside() && !presence.untold()) {
                    left.add(presence.stayUntil(sight.time()));
                }
                presences.add(presence.out());
            }
        }
        Point start = first == null ? sight.place() : first;
        return new Whereabouts(
                start,
                sight.place(),
                sight.headingFrom(start),
                noted,
                presences,
                kept(crossings, crossed),
                kept(zoneStays, left),
                new Movement(all(untold().crossings(), crossed), inside, all(untold().zoneStays(), left)),
                false,
                sight.time());
    }

    /** The same without lines and zones, as it is at most cameras. */
    private Whereabouts seenAnywhere(Sight sight) {
        Point start = first == null ? sight.place() : first;
        Movement rest = told ? Movement.NONE : new Movement(movement.crossings(), List.of(), movement.zoneStays());
        return new Whereabouts(
                start,
                sight.place(),
                sight.headingFrom(start),
                Map.of(),
                List.of(),
                crossings,
                zoneStays,
                rest,
                false,
                sight.time());
    }

    /** After somebody was told of {@link #movement} at the given time, that of the last sight. */
    public Whereabouts told(Instant time) {
        List<ZonePresence> presences = new ArrayList<>(zones.size());
        for (ZonePresence presence : zones) {
            presences.add(presence.inside() ? presence.toldAt(time) : presence);
        }
        return new Whereabouts(first, last, heading, passages, presences, crossings, zoneStays, movement, true, lastAt);
    }

    /** At the end of the visit: what the person was about counts as it stands. */
    public Whereabouts ended(Instant lastSeen) {
        List<LineCrossing> crossed = new ArrayList<>();
        new TreeMap<>(passages).forEach((line, passage) -> {
            Instant crossedAt = passage.clearSince() == null ? lastSeen : passage.clearSince();
            crossed.addAll(crossings(line, passage.sum(), crossedAt));
        });
        List<ZonePresence> inside = zones.stream().filter(ZonePresence::inside).toList();
        List<ZoneSight> entered = inside.stream()
                .filter(ZonePresence::untold)
                .map(ZonePresence::sight)
                .toList();
        List<ZoneStay> left =
                inside.stream().map(presence -> presence.stayUntil(lastSeen)).toList();
        return new Whereabouts(
                first,
                last,
                heading,
                Map.of(),
                List.of(),
                kept(crossings, crossed),
                kept(zoneStays, left),
                new Movement(all(untold().crossings(), crossed), entered, all(untold().zoneStays(), left)),
                true,
                lastAt);
    }

    private ZonePresence presence(String zone) {
        for (ZonePresence presence : zones) {
            if (presence.zone().equals(zone)) {
                return presence;
            }
        }
        return ZonePresence.never(zone);
    }

    private static List<LineCrossing> crossings(String line, int sum, Instant time) {
        CrossingDirection direction = sum > 0 ? CrossingDirection.IN : CrossingDirection.OUT;
        List<LineCrossing> crossings = new ArrayList<>(1);
        for (int i = 0; i < Math.abs(sum); i++) {
            crossings.add(new LineCrossing(line, direction, time));
        }
        return crossings;
    }

    private Movement untold() {
        return told ? Movement.NONE : movement;
    }

    private static <T> List<T> all(List<T> before, List<T> more) {
        if (before.isEmpty() || more.isEmpty()) {
            return before.isEmpty() ? more : before;
        }
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private static <T> List<T> kept(List<T> before, List<T> more) {
        if (more.isEmpty() || before.size() >= Visit.MOST_KEPT) {
            return before;
        }
        List<T> all = new ArrayList<>(before);
        all.addAll(more.subList(0, Math.min(more.size(), Visit.MOST_KEPT - before.size())));
        return all;
    }
}
