package io.crowdlake.benchmark.inference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Memory over many frames.
 *
 * @param bundle URI
 * @param points in the order of the frames
 * @param growth of resident memory after the first tenth of the frames, up to the highest later point: 0.01 is one percent
 */
public record SoakReport(String bundle, List<Point> points, double growth) {

    /** More is a leak. */
    private static final double MOST_GROWTH = 0.05;

    public SoakReport {
        points = List.copyOf(points);
    }

    /**
     * @param frames analysed until then
     * @param memory used then
     */
    public record Point(long frames, MemoryUse memory) {

        /** For people. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%,d frames: resident %.1f MB, Java heap %.1f MB",
                    frames,
                    memory.residentBytes() / 1e6,
                    memory.heapBytes() / 1e6);
        }
    }

    static SoakReport of(String bundle, List<Point> points) {
        long frames = points.get(points.size() - 1).frames();
        double growth = 0;
        Point settled = null;
        for (Point point : points) {
            if (settled == null && point.frames() * 10 >= frames) {
                settled = point;
            }
            if (settled != null) {
                growth = Math.max(
                        growth,
                        (double) point.memory().residentBytes()
                                        / settled.memory().residentBytes()
                                - 1);
            }
        }
        return new SoakReport(bundle, points, growth);
    }

    /** One line when memory grew by more than it may. */
    Optional<String> failure() {
        return growth <= MOST_GROWTH
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "resident memory grew by %.1f %% after the first tenth of the frames, must be at most %.0f %%: "
                                + "something that an analysis takes is not given back",
                        100 * growth,
                        100 * MOST_GROWTH));
    }
}
