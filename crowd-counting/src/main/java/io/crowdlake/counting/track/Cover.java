package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import java.util.List;

/** Who stands before whom: of two people in line, the one with the larger face is nearer to the camera and hides the other. */
final class Cover {

    /** A face that is larger by this factor is nearer, and not merely measured otherwise. */
    private static final double NEARER = 1.1;

    /** Half the breadth of a body, in widths of its face. */
    private static final double HALF_BODY = 1.5;

    private Cover() {}

    /** Whether one of the faces, or the body below it, is before the place of a face that cannot be seen. */
    static boolean hides(List<DetectedFace> faces, BoundingBox place) {
        for (DetectedFace face : faces) {
            if (hides(face.box(), place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hides(BoundingBox face, BoundingBox place) {
        boolean nearer = Gates.size(face) > NEARER * Gates.size(place);
        boolean inLine = Math.abs(face.centerX() - place.centerX()) < HALF_BODY * face.width();
        return nearer && inLine && place.centerY() > face.y();
    }
}
