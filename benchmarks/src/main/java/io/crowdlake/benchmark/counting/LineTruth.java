package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.FaceTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who walked over an upright line, as far as faces tell: a person whose face was to be seen on one side and then on the other, however long it was turned
 * away meanwhile. Who is last seen close to the line is on the side of the face's middle then, as who is first seen there.
 *
 * @param x of the line, as a fraction of the frame's width
 * @param leastClarity faces that are less clear do not count, 0..1, see {@link FaceTruth}
 */
record LineTruth(double x, double leastClarity) {

    /** From this distance on a person has left the line, in face widths. */
    private static final double CLEAR_OF_LINE = 0.5;

    /** Crossings by window. */
    Map<Instant, Crossings> of(Recording recording, Instant start, WindowGrid grid) {
        StayIds stays = new StayIds(recording.stays());
        Map<String, Side> sides = new LinkedHashMap<>();
        Map<Instant, Crossings> truth = new HashMap<>();
        for (RecordedFrame frame : recording.frames()) {
            Duration time = frame.truth().position();
            for (FaceTruth face : frame.truth().faces()) {
                double past = past(face.box());
                String id = stays.at(face.personId(), time);
                Side before = sides.get(id);
                if (face.clarity() < leastClarity) {
                    continue;
                }
                boolean right = before == null || Math.abs(past) > CLEAR_OF_LINE ? past >= 0 : before.right;
                if (before != null && right != before.right) {
                    truth.merge(grid.startOf(start.plus(time)), Crossings.one(right), Crossings::plus);
                }
                sides.put(id, new Side(right, past, time));
            }
        }
        for (Side side : sides.values()) {
            if (side.right != side.last >= 0) {
                truth.merge(grid.startOf(start.plus(side.lastSeen)), Crossings.one(!side.right), Crossings::plus);
            }
        }
        return truth;
    }

    /** How far to the right of the line, in widths of the face. */
    private double past(BoundingBox face) {
        return (face.centerX() - x) / face.width();
    }

    /**
     * Where a person is.
     *
     * @param right the side on which they last were clearly, or were seen first
     * @param last how far to the right of the line they were seen last
     */
    private record Side(boolean right, double last, Duration lastSeen) {}
}
