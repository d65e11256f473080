package io.crowdlake.inference.face;

import io.crowdlake.contracts.Colour;
import io.crowdlake.inference.image.BgrImage;
import java.util.Arrays;
import java.util.List;

/**
 * What people wear below their faces: the median colour of a patch as wide as the face, of the part that lies in the picture and that nobody who looks
 * at the camera stands before.
 */
final class Chest {

    /** Points that are looked at. */
    private static final int ROWS = 12;

    private static final int COLUMNS = 8;

    /** Of these so many must be seen, or the colour is that of too little. */
    private static final int LEAST_POINTS = 16;

    /** Where it is, in heights of the face: to either side of its middle, and below its lower edge. A face's width says how far it is turned. */
    private static final double HALF_WIDTH = 0.5;

    private static final double FROM = 0.35;
    private static final double TO = 2.0;

    /** Half the breadth of a head and of the body below it, in heights of its face. */
    private static final double HALF_HEAD = 0.5;

    private static final double HALF_BODY = 1.2;

    /** Where the shoulders are, in heights of the face below its lower edge. */
    private static final double SHOULDERS = 0.2;

    /** A face that is larger by this factor is nearer. */
    private static final double NEARER = 1.1;

    private final BgrImage image;
    private final List<FaceBox> faces;

    /** @param faces all of the picture */
    Chest(BgrImage image, List<FaceBox> faces) {
        this.image = image;
        this.faces = faces;
    }

    /** The colour below one of the faces, or null where most of it is hidden or outside the picture. */
    Colour below(FaceBox face) {
        List<FaceBox> nearer = faces.stream()
                .filter(other -> other.height() > NEARER * face.height())
                .toList();
        int seen = 0;
        int[] blue = new int[ROWS * COLUMNS];
        int[] green = new int[ROWS * COLUMNS];
        int[] red = new int[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            double y = face.bottom() + face.height() * (FROM + (TO - FROM) * (row + 0.5) / ROWS);
            for (int column = 0; column < COLUMNS; column++) {
                double x = face.centerX() + face.height() * HALF_WIDTH * (2 * (column + 0.5) / COLUMNS - 1);
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
            if (y > face.top() && Math.abs(x - face.centerX()) < reach) {
                return true;
            }
        }
        return false;
    }

    private static int median(int[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }
}
