package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An upright line in the middle of the picture, and how far the crossings that were counted are from those there were.
 *
 * <p>Some hang on a hair: of somebody who stops half a face from the line, or comes into view on it, no box of a detector tells which side of a limit they
 * are on. So there is a second error, beyond that doubt: against the nearest figure that the truth allows where each limit may be off by as much as
 * boxes are.
 */
final class MiddleLine {

    private static final double MIDDLE = 0.5;

    /** From half a face on people are clear of the line. */
    private static final double CLEAR = 0.5;

    /** By how much the box of a good detector is off (one standard deviation), in widths of the face. */
    private static final double DOUBT = 0.07;

    private static final LineTruth EXACT = new LineTruth(MIDDLE, CLEAR, 0);
    private static final LineTruth FEWER = new LineTruth(MIDDLE, CLEAR + DOUBT, DOUBT);
    private static final LineTruth MORE = new LineTruth(MIDDLE, CLEAR - DOUBT, 0);

    private static final CountingLine LINE =
            new CountingLine("middle", new Point(MIDDLE, 0), new Point(MIDDLE, 1), Heading.RIGHT);

    /** What the job is told to count by. */
    static final CameraLayout LAYOUT = new CameraLayout(List.of(LINE), List.of());

    private final WindowGrid grid;
    private final Sums crossings = new Sums();
    private final Sums beyondDoubt = new Sums();

    MiddleLine(WindowGrid grid) {
        this.grid = grid;
    }

    /** Mean absolute error of the crossings of a window each way, as a share of their mean; NaN where nobody crossed. */
    double error() {
        return crossings.share();
    }

    /** The same as far as it is beyond doubt. */
    double errorBeyondDoubt() {
        return beyondDoubt.share();
    }

    /**
     * Adds a scene.
     *
     * @param recording with every frame
     * @param windows what was counted
     * @param start event time of the first frame
     */
    void add(Recording recording, List<CrowdDemographics> windows, Instant start) {
        Map<Instant, Crossings> exact = EXACT.of(recording, start, grid);
        Map<Instant, Crossings> fewer = FEWER.of(recording, start, grid);
        Map<Instant, Crossings> more = MORE.of(recording, start, grid);
        Map<Instant, Crossings> counted = new HashMap<>();
        windows.forEach(
                window -> window.lines().forEach(line -> counted.put(window.windowStart(), Crossings.of(line))));
        Set<Instant> starts = new TreeSet<>(counted.keySet());
        List.of(exact, fewer, more).forEach(truth -> starts.addAll(truth.keySet()));
        for (Instant window : starts) {
            Crossings was = exact.getOrDefault(window, Crossings.NONE);
            Crossings one = fewer.getOrDefault(window, Crossings.NONE);
            Crossings other = more.getOrDefault(window, Crossings.NONE);
            add(
                    counted.getOrDefault(window, Crossings.NONE),
                    was,
                    was.min(one).min(other),
                    was.max(one).max(other));
        }
    }

    private void add(Crossings counted, Crossings exact, Crossings least, Crossings most) {
        Crossings allowed = counted.max(least).min(most);
        crossings.add(counted.toTheRight(), exact.toTheRight());
        crossings.add(counted.toTheLeft(), exact.toTheLeft());
        beyondDoubt.addError(counted.toTheRight() - allowed.toTheRight(), exact.toTheRight());
        beyondDoubt.addError(counted.toTheLeft() - allowed.toTheLeft(), exact.toTheLeft());
    }
}
