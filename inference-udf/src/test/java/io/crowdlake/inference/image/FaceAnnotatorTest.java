package io.crowdlake.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Zone;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Pictures;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceAnnotatorTest {

    private static final FaceAttributes WOMAN =
            new FaceAttributes(33.6, AgeBand.AGE_30_39, 0.6, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.8);

    @Test
    void theLabelSaysWhatIsKnown() {
        BoundingBox box = new BoundingBox(0.1, 0.1, 0.2, 0.2);
        FaceAttributes ageless = new FaceAttributes(null, null, 0, Gender.MALE, 0.9, null, 0);

        assertThat(FaceAnnotator.text(new DetectedFace(box, 0.9, WOMAN))).containsExactly("female 34", "happiness");
        assertThat(FaceAnnotator.text(new DetectedFace(box, 0.9, ageless))).containsExactly("male");
        assertThat(FaceAnnotator.text(new DetectedFace(box, 0.876, null))).containsExactly("face 88%");
    }

    @Test
    void linesPointToWhereOneComesInAndZonesHaveAnOutline() throws AnalysisException {
        CameraLayout layout = new CameraLayout(
                List.of(new CountingLine("door", new Point(0.5, 0), new Point(0.5, 1), Heading.LEFT)),
                List.of(new Zone("till", List.of(new Point(0.7, 0.5), new Point(0.9, 0.5), new Point(0.9, 0.9)))));

        BgrImage drawn = decoded(FaceAnnotator.annotate(black(960, 540), List.of(), layout));

        assertThat(brightness(drawn, 479, 500)).as("the line").isGreaterThan(60);
        assertThat(brightness(drawn, 465, 269)).as("its arrow").isGreaterThan(60);
        assertThat(brightness(drawn, 495, 269)).as("the other side").isLessThan(30);
        assertThat(brightness(drawn, 863, 400)).as("an edge of the zone").isGreaterThan(60);
        assertThat(brightness(drawn, 820, 350)).as("within the zone").isLessThan(30);
    }

    @Test
    void boxesAndLabelsAreDrawnAndTheRestIsLeftAlone() throws AnalysisException {
        DetectedFace face = new DetectedFace(new BoundingBox(0.5, 0.5, 0.2, 0.3), 0.9, WOMAN);

        BgrImage drawn = decoded(FaceAnnotator.annotate(black(960, 540), List.of(face)));

        assertThat(brightness(drawn, 480, 350)).as("left edge of the box").isGreaterThan(100);
        assertThat(brightness(drawn, 576, 432)).as("bottom edge of the box").isGreaterThan(100);
        assertThat(brightness(drawn, 576, 350)).as("inside").isLessThan(20);
        assertThat(brightness(drawn, 100, 100)).as("far away").isLessThan(20);
        assertThat(IntStream.range(480, 600)
                        .map(x -> brightness(drawn, x, 262))
                        .max()
                        .orElseThrow())
                .as("letters above the box")
                .isGreaterThan(100);
    }

    @Test
    void aSmallPictureIsEnlargedSoThatLabelsCanBeRead() throws AnalysisException {
        DetectedFace edge = new DetectedFace(new BoundingBox(0.95, 0, 0.05, 0.1), 0.9, WOMAN);

        BgrImage drawn = decoded(FaceAnnotator.annotate(black(320, 240), List.of(edge)));

        assertThat(drawn.width()).isEqualTo(960);
        assertThat(drawn.height()).isEqualTo(720);
    }

    @Test
    void coloursOfThePictureStay() throws AnalysisException {
        byte[] pixels = new byte[3 * 64 * 64];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) 200;
            pixels[i + 2] = 40;
        }

        BgrImage drawn = decoded(FaceAnnotator.annotate(new BgrImage(64, 64, pixels), List.of()));

        assertThat(drawn.pixels()[0] & 0xff).as("blue").isBetween(190, 210);
        assertThat(drawn.pixels()[2] & 0xff).as("red").isBetween(30, 50);
    }

    @Test
    void labelsOfNeighboursDoNotCoverEachOther() {
        Rectangle left = new Rectangle(100, 100, 40, 40);
        Rectangle right = new Rectangle(150, 100, 40, 40);
        LabelPlacement placement = new LabelPlacement(640, 480, List.of(left, right));

        Rectangle first = placement.place(left, 110, 20);
        Rectangle second = placement.place(right, 110, 20);

        assertThat(first).as("above is the best place").isEqualTo(new Rectangle(100, 80, 110, 20));
        assertThat(second.intersects(first)).isFalse();
        assertThat(second.intersects(left)).isFalse();
    }

    @Test
    void labelsStayInsideOfThePicture() {
        Rectangle picture = new Rectangle(200, 100);
        Rectangle corner = new Rectangle(180, 0, 20, 20);

        Rectangle label = new LabelPlacement(200, 100, List.of(corner)).place(corner, 90, 20);

        assertThat(picture.contains(label)).isTrue();
        assertThat(label.intersects(corner)).isFalse();
    }

    private static BgrImage black(int width, int height) {
        return new BgrImage(width, height, new byte[3 * width * height]);
    }

    private static BgrImage decoded(byte[] jpeg) throws AnalysisException {
        try (JpegDecoder decoder = new JpegDecoder(10_000_000)) {
            return decoder.decode(jpeg);
        }
    }

    private static int brightness(BgrImage image, int x, int y) {
        Color colour = Pictures.pixel(image, x, y);
        return Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
    }
}
