package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TightCropTest {

    private final TightCrop crop = new TightCrop(new BgrImage(80, 40, new byte[3 * 80 * 40]));

    @Test
    void hasAQuarterOfItsSizeMoreOnEachSide() {
        assertThat(crop.padded().width()).isEqualTo(120);
        assertThat(crop.padded().height()).isEqualTo(60);
    }

    @Test
    void takesTheSureFaceNearestToTheMiddleInPixelsOfThePicture() {
        FaceBox far = new FaceBox(0, 0, 20, 20, 0.99);
        FaceBox near = new FaceBox(50, 20, 70, 44, 0.6);
        FaceBox nearer = new FaceBox(50, 20, 70, 40, 0.4);

        LocatedFace face = crop.locate(List.of(far, near, nearer), 0.5, 1.05);

        assertThat(face).isEqualTo(new LocatedFace(new FaceBox(30, 10, 50, 34, 0.6), LocatedFace.Found.SURELY));
    }

    @Test
    void aDoubtfulBoxIsNotDescribed() {
        LocatedFace face = crop.locate(List.of(new FaceBox(20, 10, 40, 30, 0.4)), 0.5, 1.25);
        assertThat(face).isEqualTo(new LocatedFace(new FaceBox(24, 4, 56, 36, 0), LocatedFace.Found.DOUBTFULLY));
    }

    @Test
    void elseABoxWhoseCropIsTheMiddleSquare() {
        LocatedFace face = crop.locate(List.of(), 0.5, 1.25);
        assertThat(face.found()).isEqualTo(LocatedFace.Found.NOT_AT_ALL);
        assertThat(face.box()).isEqualTo(new FaceBox(24, 4, 56, 36, 0));
        assertThat(face.box().longerSide() * 1.25).isEqualTo(40);
    }

    @Test
    void aBoxAtTheEdgeOfTheMarginGoesBeyondThePicture() {
        LocatedFace face = crop.locate(List.of(new FaceBox(10, 5, 90, 55, 0.9)), 0.5, 1.25);
        assertThat(face.box()).isEqualTo(new FaceBox(-10, -5, 70, 45, 0.9));
    }

    @Test
    void aFaceJustAtTheThresholdIsSure() {
        assertThat(crop.locate(List.of(new FaceBox(50, 20, 70, 40, 0.5)), 0.5, 1.25)
                        .found())
                .isEqualTo(LocatedFace.Found.SURELY);
    }

    @Property
    void theMiddleSquareLiesWithinAnyPicture(
            @ForAll @IntRange(min = 4, max = 60) int width,
            @ForAll @IntRange(min = 4, max = 60) int height,
            @ForAll @DoubleRange(min = 1, max = 2) double cropScale) {
        TightCrop any = new TightCrop(new BgrImage(width, height, new byte[3 * width * height]));
        FaceBox box = any.locate(List.of(), 0.5, cropScale).box();
        double side = box.longerSide() * cropScale;
        assertThat(side).isCloseTo(Math.min(width, height), within(1e-9));
        assertThat(box.centerX()).isCloseTo(width / 2.0, within(1e-9));
        assertThat(box.centerY()).isCloseTo(height / 2.0, within(1e-9));
    }

    @Property
    void aFaceThatIsFoundKeepsItsSizeAndItsScore(
            @ForAll @IntRange(max = 80) int left,
            @ForAll @IntRange(max = 40) int top,
            @ForAll @IntRange(min = 1, max = 20) int side,
            @ForAll @DoubleRange(min = 0.5, max = 1) double score) {
        FaceBox found = new FaceBox(left, top, left + side, top + side, score);
        FaceBox box = crop.locate(List.of(found), 0.5, 1.25).box();
        assertThat(box.width()).isEqualTo(side);
        assertThat(box.score()).isEqualTo(score);
        assertThat(box.left() + (crop.padded().width() - 80) / 2.0).isEqualTo(left);
        assertThat(box.top() + (crop.padded().height() - 40) / 2.0).isEqualTo(top);
    }
}
