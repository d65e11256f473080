package io.crowdlake.inference.face;

import io.crowdlake.contracts.Colour;
import io.crowdlake.inference.image.BgrImage;
import java.util.Arrays;
import java.util.List;

/**
 * What people wear below their faces, and the hair or the hat above: the median colour of a patch, of the part that lies in the picture and that nobody who looks
 * at the camera stands before.
 */
final class ColoursAround {

    /** Points that are looked at. */
    private static final int ROWS = 12;

    private static final int COLUMNS = 8;

    /** Of these so many must be seen, or the colour is that of too little. */
    private static final int LEAST_POINTS = 16;

    /** Half the breadth of a head and of the body below it, in heights of its face. */
    private static final double HALF_HEAD = 0.5;

    private static final double HALF_BODY = 1.2;

    /** How far hair and hats reach above a face, in its heights. */
    private static final double CROWN = 0.25;

    /** Where the shoulders are, in heights of the face below its lower edge. */
    private static final double SHOULDERS = 0.2;

    /** A face that is larger by this factor is nearer. */
    private static final double NEARER = 1.1;

    private final BgrImage image;
    private final List<FaceBox> faces;

    /** @param faces all of the picture */
    ColoursAround(BgrImage image, List<FaceBox> faces) {
        this.image = image;
        this.faces = faces;
    }

    /** The colour of what is worn below one of the faces, or null where most of it is hidden or outside the picture. */
    Colour below(FaceBox face) {
        return colour(face, Patch.CHEST);
    }

    /** The colour of the hair or the hat above one of the faces, or null likewise. */
    Colour above(FaceBox face) {
        return colour(face, Patch.CROWN);
    }

    private Colour colour(FaceBox face, Patch patch) {
        List<FaceBox> nearer = faces.stream()
                .filter(other -> other.height() > NEARER * face.height())
                .toList();
        int seen = 0;
        int[] blue = new int[ROWS * COLUMNS];
        int[] green = new int[ROWS * COLUMNS];
        int[] red = new int[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            double y = patch.y(face, (row + 0.5) / ROWS);
            for (int column = 0; column < COLUMNS; column++) {
                double x = patch.x(face, (column + 0.5) / COLUMNS);
                if (x < 0 || y < 0 || x >= image.width() || y >= image.height() || hidden(x, y, nearer)) {
                    continue;
                }
                int at = 3 * ((int) y * image.width() + (int) x);
                blue[seen] = image.pixels()[at] & 255;
                green[seen] = image.pixels()[at + 1] & 255;
                red[seen] = image.pixels()[at + 2] & 255;
                seen++;
            }
        }
        return seen < LEAST_POINTS ? null : new Colour(median(red, seen), median(green, seen), median(blue, seen));
    }

    private static boolean hidden(double x, double y, List<FaceBox> nearer) {
        for (FaceBox face : nearer) {
            boolean body = y > face.bottom() + SHOULDERS * face.height();
            double reach = (body ? HALF_BODY : HALF_HEAD) * face.height();
            if (y > face.top() - CROWN * face.height() && Math.abs(x - face.centerX()) < reach) {
                return true;
            }
        }
        return false;
    }

    private static int median(int[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }

    /**
     * A part of the picture beside a face, in heights of the face: its width says how far it is turned.
     *
     * @param halfWidth to either side of its middle
     * @param from distance of the nearer edge
     * @param to distance of the farther edge
     * @param below whether it lies below the face's lower edge, or above the upper one
     */
    private record Patch(double halfWidth, double from, double to, boolean below) {

        static final Patch CHEST = new Patch(0.5, 0.35, 2.0, true);
        static final Patch CROWN = new Patch(0.25, 0.02, 0.18, false);

        double x(FaceBox face, double share) {
            return face.centerX() + face.height() * halfWidth * (2 * share - 1);
        }

        double y(FaceBox face, double share) {
            double away = face.height() * (from + (to - from) * share);
            return below ? face.bottom() + away : face.top() - away;
        }
    }
}
