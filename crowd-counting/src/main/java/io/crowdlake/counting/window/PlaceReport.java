package io.crowdlake.counting.window;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.Zone;
import io.crowdlake.contracts.ZoneCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A window's counts at a camera's lines and zones as tables and events show them: everything that is drawn, in the order of the layout, also where nobody was;
 * then what was counted under a name that is not drawn any more.
 *
 * @param layout what is drawn
 * @param frames of the window
 * @param places what people did
 */
record PlaceReport(CameraLayout layout, FrameCounts frames, PlaceCounts places) {

    List<LineCount> lines() {
        if (layout.lines().isEmpty() && places.lines().isEmpty()) {
            return List.of();
        }
        Map<String, LineCount> counted = byName(places.lines(), LineCount::line);
        return names(layout.lines().stream().map(CountingLine::name).toList(), counted.keySet()).stream()
                .map(line -> counted.getOrDefault(line, new LineCount(line, 0, 0)))
                .toList();
    }

    List<ZoneCount> zones() {
        if (layout.zones().isEmpty()
                && places.zones().isEmpty()
                && frames.zones().isEmpty()) {
            return List.of();
        }
        Map<String, ZoneVisits> visits = byName(places.zones(), ZoneVisits::zone);
        Map<String, ZoneOccupancy> occupancies = byName(frames.zones(), ZoneOccupancy::zone);
        Set<String> counted = new TreeSet<>(visits.keySet());
        counted.addAll(occupancies.keySet());
        return names(layout.zones().stream().map(Zone::name).toList(), counted).stream()
                .map(zone -> zone(
                        visits.getOrDefault(zone, ZoneVisits.none(zone)),
                        occupancies.getOrDefault(zone, ZoneOccupancy.none(zone))))
                .toList();
    }

    private ZoneCount zone(ZoneVisits visits, ZoneOccupancy occupancy) {
        return new ZoneCount(
                visits.zone(),
                visits.visitors(),
                visits.entries(),
                occupancy.peak(),
                frames.mean(occupancy.personMicrosTwice(), occupancy.sum()),
                visits.dwell().mean(),
                visits.dwell().quantile(0.5),
                visits.dwell().quantile(0.9));
    }

    private static List<String> names(List<String> drawn, Set<String> counted) {
        List<String> names = new ArrayList<>(drawn);
        counted.stream().filter(name -> !drawn.contains(name)).forEach(names::add);
        return names;
    }

    private static <T> Map<String, T> byName(List<T> counts, Function<T, String> name) {
        return counts.stream().collect(Collectors.toMap(name, count -> count, (one, other) -> one, TreeMap::new));
    }
}
