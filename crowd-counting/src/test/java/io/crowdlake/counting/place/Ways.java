package io.crowdlake.counting.place;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One person's way through a camera's view, a sight a second, for tests. Faces are 0.05 of the frame wide and 0.1 high. */
final class Ways {

    private Ways() {}

    /** An upright line across the whole frame; inwards is to the right. */
    static CountingLine upright(double x) {
        return new CountingLine("line", new Point(x, 0), new Point(x, 1), Heading.RIGHT);
    }

    /** A zone from one corner to the opposite one. */
    static Zone zone(String name, double left, double top, double right, double bottom) {
        return new Zone(
                name,
                List.of(
                        new Point(left, top),
                        new Point(right, top),
                        new Point(right, bottom),
                        new Point(left, bottom)));
    }

    static CameraLayout layout(CountingLine... lines) {
        return new CameraLayout(List.of(lines), List.of());
    }

    static CameraLayout layout(Zone... zones) {
        return new CameraLayout(List.of(), List.of(zones));
    }

    /** What is known after each sight, then after the end of the visit. */
    static List<Whereabouts> follow(CameraLayout layout, List<Point> places) {
        return follow(layout, places, IntStream.range(0, places.size()).toArray());
    }

    /** The same with a sight at each of the given seconds. */
    static List<Whereabouts> follow(CameraLayout layout, List<Point> places, int... seconds) {
        List<Whereabouts> steps = new ArrayList<>();
        Whereabouts now = Whereabouts.UNKNOWN;
        for (int index = 0; index < places.size(); index++) {
            now = see(now, layout, seconds[index], places.get(index), true);
            steps.add(now);
        }
        steps.add(now.ended(at(seconds[places.size() - 1])));
        return steps;
    }

    static Whereabouts see(Whereabouts before, CameraLayout layout, int second, Point place, boolean told) {
        DetectedFace face = face(place.x(), place.y());
        FrameAnalysis frame = frame(second, at(second), face);
        Whereabouts now = before.seen(layout, Sight.of(frame, face.box()));
        return told ? now.told(frame.capturedAt()) : now;
    }

    /** Places at the given heights across. */
    static List<Point> level(double... across) {
        List<Point> places = new ArrayList<>();
        for (double x : across) {
            places.add(new Point(x, 0.5));
        }
        return places;
    }

    /** All that the steps told of lines. */
    static List<LineCrossing> crossings(List<Whereabouts> steps) {
        return steps.stream()
                .flatMap(step -> step.movement().crossings().stream())
                .toList();
    }

    /** Crossings inwards less those outwards. */
    static int net(List<LineCrossing> crossings) {
        return crossings.stream()
                .mapToInt(crossing -> crossing.direction() == CrossingDirection.IN ? 1 : -1)
                .sum();
    }
}
