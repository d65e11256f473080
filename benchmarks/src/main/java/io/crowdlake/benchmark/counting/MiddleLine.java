package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.Point;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An upright line in the middle of the picture, and who walked over it as far as a camera that looks for faces can know: a person whose face was clearly to be
 * seen on one side and then on the other, however long it was turned away meanwhile. Who is last seen close to the line is on the side of the face's
 * middle then, as who is first seen there.
 */
final class MiddleLine {

    private static final double MIDDLE = 0.5;

    private static final CountingLine LINE =
            new CountingLine("middle", new Point(MIDDLE, 0), new Point(MIDDLE, 1), Heading.RIGHT);

    /** What the job is told to count by. */
    static final CameraLayout LAYOUT = new CameraLayout(List.of(LINE), List.of());

    private final WindowGrid grid;
    private final Sums crossings = new Sums();

    MiddleLine(WindowGrid grid) {
        this.grid = grid;
    }

    /** Mean absolute error of the crossings of a window each way, as a share of their mean; NaN where nobody crossed. */
    double error() {
        return crossings.share();
    }

    /**
     * Adds a scene.
     *
     * @param recording with every frame
     * @param windows what was counted
     * @param start event time of the first frame
     */
    void add(Recording recording, List<CrowdDemographics> windows, Instant start) {
        Map<Instant, LineCount> truth = truth(recording, start);
        Map<Instant, LineCount> counted = new HashMap<>();
        windows.forEach(window -> window.lines().forEach(line -> counted.put(window.windowStart(), line)));
        Set<Instant> starts = new TreeSet<>(truth.keySet());
        starts.addAll(counted.keySet());
        LineCount none = new LineCount(LINE.name(), 0, 0);
        for (Instant window : starts) {
            LineCount was = truth.getOrDefault(window, none);
            LineCount is = counted.getOrDefault(window, none);
            crossings.add(is.inCount(), was.inCount());
            crossings.add(is.outCount(), was.outCount());
        }
    }

    /** Who crossed, by window. */
    Map<Instant, LineCount> truth(Recording recording, Instant start) {
        Map<String, List<PersonTruth>> stays = new HashMap<>();
        for (PersonTruth stay : recording.stays()) {
            stays.computeIfAbsent(stay.personId(), person -> new ArrayList<>()).add(stay);
        }
        Map<String, Side> sides = new LinkedHashMap<>();
        Map<Instant, LineCount> truth = new HashMap<>();
        for (RecordedFrame frame : recording.frames()) {
            Duration time = frame.truth().position();
            for (FaceTruth face : frame.truth().faces()) {
                if (!face.clear()) {
                    continue;
                }
                String id = Stays.id(face.personId(), Stays.current(stays.get(face.personId()), time));
                Side before = sides.get(id);
                Side now = Side.of(face.box(), before, time);
                if (before != null && now.right != before.right) {
                    truth.merge(grid.startOf(start.plus(time)), crossing(now.right), MiddleLine::sum);
                }
                sides.put(id, now);
            }
        }
        sides.values().stream()
                .filter(side -> side.right != side.lastRight)
                .forEach(side -> truth.merge(
                        grid.startOf(start.plus(side.lastSeen)), crossing(side.lastRight), MiddleLine::sum));
        return truth;
    }

    private static LineCount crossing(boolean toTheRight) {
        return new LineCount(LINE.name(), toTheRight ? 1 : 0, toTheRight ? 0 : 1);
    }

    private static LineCount sum(LineCount one, LineCount other) {
        return new LineCount(one.line(), one.inCount() + other.inCount(), one.outCount() + other.outCount());
    }

    /**
     * Where a person is: on the side on which they last were clearly, or were seen first. Who is never seen again is where they were seen last.
     */
    private record Side(boolean right, boolean lastRight, Duration lastSeen) {

        static Side of(BoundingBox face, Side before, Duration time) {
            boolean clear = Math.abs(face.centerX() - MIDDLE) > face.width() / 2;
            boolean right = face.centerX() >= MIDDLE;
            return new Side(clear || before == null ? right : before.right, right, time);
        }
    }
}
