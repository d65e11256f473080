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
 * Who walked over an upright line, as far as a camera that looks for faces can know: a person whose face was clearly to be seen on one side and then on
 * the other, however long it was turned away meanwhile. Who is last seen close to the line is on the side of the face's middle then, as who is first seen
 * there. Distances are in face widths.
 *
 * @param x of the line, as a fraction of the frame's width
 * @param clear from this distance on a person has left the line
 * @param touching who is first or last seen nearer than this is on no side
 */
record LineTruth(double x, double clear, double touching) {

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
                if (!face.clear() || before == null && Math.abs(past) < touching) {
                    continue;
                }
                boolean right = before == null || Math.abs(past) > clear ? past >= 0 : before.right;
                if (before != null && right != before.right) {
                    truth.merge(grid.startOf(start.plus(time)), Crossings.one(right), Crossings::plus);
                }
                sides.put(id, new Side(right, past, time));
            }
        }
        for (Side side : sides.values()) {
            if (side.right != side.last >= 0 && Math.abs(side.last) >= touching) {
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
