package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Colour;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColoursAroundTest {

    private static final Colour RED = new Colour(140, 47, 57);
    private static final Colour GREEN = new Colour(63, 107, 79);
    private static final Colour WALL = new Colour(230, 230, 230);
    private static final int WIDTH = 200;
    private static final int HEIGHT = 200;

    /** Twenty pixels high, in the middle of the picture. */
    private static final FaceBox FACE = FaceBox.around(100, 60, 16, 20, 0.9);

    private final byte[] pixels = new byte[3 * WIDTH * HEIGHT];

    @Test
    void clothesAreWhatIsWornBelowTheFace() {
        paint(0, 0, WIDTH, HEIGHT, WALL);
        paint(80, 72, 120, HEIGHT, RED);

        assertThat(below(FACE)).isEqualTo(RED);
    }

    @Test
    void aTieOrAnArmBeforeItDoesNotChangeIt() {
        paint(0, 0, WIDTH, HEIGHT, RED);
        paint(97, 70, 103, HEIGHT, WALL);

        assertThat(below(FACE)).isEqualTo(RED);
    }

    @Test
    void whoStandsBeforeIsLeftOut() {
        FaceBox nearer = FaceBox.around(125, 70, 24, 30, 0.9);
        paint(0, 0, WIDTH, HEIGHT, RED);
        paint(92, 86, WIDTH, HEIGHT, GREEN);

        assertThat(new ColoursAround(image(), List.of(FACE, nearer)).below(FACE))
                .isEqualTo(RED);
        assertThat(new ColoursAround(image(), List.of(FACE, nearer)).below(nearer))
                .isEqualTo(GREEN);
    }

    @Test
    void clothesAreUnknownBehindSomebody() {
        FaceBox nearer = FaceBox.around(100, 85, 28, 36, 0.9);
        paint(0, 0, WIDTH, HEIGHT, GREEN);

        assertThat(new ColoursAround(image(), List.of(nearer, FACE)).below(FACE))
                .isNull();
    }

    @Test
    void whoStandsBehindHidesNobody() {
        FaceBox farther = FaceBox.around(104, 90, 8, 10, 0.9);
        paint(0, 0, WIDTH, HEIGHT, RED);

        assertThat(new ColoursAround(image(), List.of(FACE, farther)).below(FACE))
                .isEqualTo(RED);
    }

    @Test
    void clothesAreUnknownOutsideThePicture() {
        assertThat(below(FaceBox.around(100, 188, 16, 20, 0.9))).isNull();
        assertThat(below(FaceBox.around(-9, 60, 16, 20, 0.9))).isNull();
        assertThat(below(FaceBox.around(100, -60, 16, 20, 0.9))).isNull();
        assertThat(below(FaceBox.around(210, 60, 16, 20, 0.9))).isNull();
    }

    @Test
    void hairIsWhatIsAboveTheFace() {
        paint(0, 0, WIDTH, HEIGHT, WALL);
        paint(92, 46, 108, 52, RED);

        assertThat(above(FACE)).isEqualTo(RED);
    }

    @Test
    void hairOfWhoeverStandsBehindSomebodyIsUnknown() {
        FaceBox nearer = FaceBox.around(100, 80, 48, 60, 0.9);
        FaceBox beside = FaceBox.around(140, 80, 48, 60, 0.9);
        paint(0, 0, WIDTH, HEIGHT, RED);

        assertThat(new ColoursAround(image(), List.of(nearer, FACE)).above(FACE))
                .as("behind the hair of the one before")
                .isNull();
        assertThat(new ColoursAround(image(), List.of(beside, FACE)).above(FACE))
                .isEqualTo(RED);
    }

    @Test
    void hairIsUnknownOutsideThePicture() {
        assertThat(above(FaceBox.around(100, 9, 16, 20, 0.9))).isNull();
    }

    private Colour above(FaceBox face) {
        return new ColoursAround(image(), List.of(face)).above(face);
    }

    private Colour below(FaceBox face) {
        return new ColoursAround(image(), List.of(face)).below(face);
    }

    private BgrImage image() {
        return new BgrImage(WIDTH, HEIGHT, pixels);
    }

    private void paint(int left, int top, int right, int bottom, Colour colour) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = 3 * (y * WIDTH + x);
                pixels[at] = (byte) colour.blue();
                pixels[at + 1] = (byte) colour.green();
                pixels[at + 2] = (byte) colour.red();
            }
        }
    }
}
