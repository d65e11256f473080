package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.FaceTruth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An upright line in the middle of the picture, and how far the crossings that were counted are from those there were.
 *
 * <p>Of a face that is half hidden or turned away nobody expects that it is found, and nobody minds when it is (see {@link FaceTruth#clear}). So whoever was seen
 * clearly on either side has to be counted, and who walked over with a face that was less clear on a side may be: nothing between the two figures is an error. That is how benchmarks of
 * detection treat what is hardly to be seen. The strict error is the distance from the first figure alone.
 */
final class MiddleLine {

    private static final double MIDDLE = 0.5;

    private static final LineTruth CLEARLY_SEEN = new LineTruth(MIDDLE, FaceTruth.CLEAR);
    private static final LineTruth SEEN_AT_ALL = new LineTruth(MIDDLE, 0);

    private static final CountingLine LINE =
            new CountingLine("middle", new Point(MIDDLE, 0), new Point(MIDDLE, 1), Heading.RIGHT);

    /** What the job is told to count by. */
    static final CameraLayout LAYOUT = new CameraLayout(List.of(LINE), List.of());

    private final WindowGrid grid;
    private final Sums crossings = new Sums();
    private final Sums strict = new Sums();

    MiddleLine(WindowGrid grid) {
        this.grid = grid;
    }

    /** Mean absolute error of the crossings of a window each way, as a share of the mean of those clearly seen; NaN where there were none. */
    double error() {
        return crossings.share();
    }

    /** The same where only those clearly seen should have been counted. */
    double strictError() {
        return strict.share();
    }

    /**
     * Adds a scene.
     *
     * @param recording with every frame
     * @param windows what was counted
     * @param start event time of the first frame
     */
    void add(Recording recording, List<CrowdDemographics> windows, Instant start) {
        Map<Instant, Crossings> clearly = CLEARLY_SEEN.of(recording, start, grid);
        Map<Instant, Crossings> atAll = SEEN_AT_ALL.of(recording, start, grid);
        Map<Instant, Crossings> counted = new HashMap<>();
        windows.forEach(
                window -> window.lines().forEach(line -> counted.put(window.windowStart(), Crossings.of(line))));
        Set<Instant> starts = new TreeSet<>(counted.keySet());
        List.of(clearly, atAll).forEach(truth -> starts.addAll(truth.keySet()));
        for (Instant window : starts) {
            add(
                    counted.getOrDefault(window, Crossings.NONE),
                    clearly.getOrDefault(window, Crossings.NONE),
                    atAll.getOrDefault(window, Crossings.NONE));
        }
    }

    private void add(Crossings counted, Crossings clearly, Crossings atAll) {
        Crossings nearest = counted.max(clearly.min(atAll)).min(clearly.max(atAll));
        crossings.addError(counted.toTheRight() - nearest.toTheRight(), clearly.toTheRight());
        crossings.addError(counted.toTheLeft() - nearest.toTheLeft(), clearly.toTheLeft());
        strict.add(counted.toTheRight(), clearly.toTheRight());
        strict.add(counted.toTheLeft(), clearly.toTheLeft());
    }
}
