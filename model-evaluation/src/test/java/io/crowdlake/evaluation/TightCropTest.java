package io.crowdlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;
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
}
