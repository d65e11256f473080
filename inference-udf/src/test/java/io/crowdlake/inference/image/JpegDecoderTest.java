package io.crowdlake.inference.image;

import static io.crowdlake.contracts.DeadLetterReason.BODY_EMPTY;
import static io.crowdlake.contracts.DeadLetterReason.IMAGE_INVALID;
import static io.crowdlake.contracts.DeadLetterReason.IMAGE_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecoderTest {

    private static final Color ORANGE = new Color(230, 120, 30);

    private final JpegDecoder decoder = new JpegDecoder(25_000_000);

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void givesThePixelsOfAColourPictureAsBlueGreenRed() throws AnalysisException {
        BgrImage image = decoder.decode(orange(64, 48));

        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(48);
        assertIsNear(Pictures.pixel(image, 32, 24), ORANGE);
    }

    @Test
    void decodesASinglePixel() throws AnalysisException {
        assertIsNear(Pictures.pixel(decoder.decode(orange(1, 1)), 0, 0), ORANGE);
    }

    @Test
    void givesAGreyPictureThreeEqualChannelsWithoutChangingItsLevels() throws AnalysisException {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }

        BgrImage image = decoder.decode(Pictures.jpeg(grey));

        assertThat(Pictures.pixel(image, 8, 8)).isEqualTo(new Color(100, 100, 100));
    }

    @ParameterizedTest
    @CsvSource({"cmyk.jpg, 49, 172, 207", "ycck.jpg, 44, 225, 71", "progressive.jpg, 20, 120, 220"})
    void readsWhatOtherProgramsWrite(String file, int red, int green, int blue) throws AnalysisException {
        BgrImage image = decoder.decode(Pictures.file(file));

        assertIsNear(Pictures.pixel(image, 8, 8), new Color(red, green, blue));
    }

    @Test
    void takesOnePictureAfterTheOtherWhateverTheirSizesAndFaults() throws AnalysisException {
        decoder.decode(orange(64, 48));
        refused(Arrays.copyOf(orange(64, 48), 300));
        refused("text".getBytes(StandardCharsets.UTF_8));

        BgrImage image = decoder.decode(orange(31, 17));

        assertThat(image.width()).isEqualTo(31);
        assertIsNear(Pictures.pixel(image, 30, 16), ORANGE);
    }

    @Test
    void refusesAnEmptyBody() {
        assertRefused(new byte[0], BODY_EMPTY, "empty");
    }

    @Test
    void refusesTextAndOtherFormats() {
        assertRefused("no picture at all".getBytes(StandardCharsets.UTF_8), IMAGE_INVALID, "no JPEG");
        assertRefused(Pictures.encode(Pictures.black(16, 16), "png"), IMAGE_INVALID, "no JPEG");
        assertRefused(new byte[] {(byte) 0xff}, IMAGE_INVALID, "no JPEG");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.7, 0.95, 0.99})
    void refusesATruncatedPictureRatherThanAnalyseHalfOfIt(double part) {
        byte[] whole = noise(200, 150);

        assertRefused(Arrays.copyOf(whole, (int) (whole.length * part)), IMAGE_INVALID, "truncated");
    }

    @Test
    void refusesAPictureWithoutItsEndMarker() {
        byte[] whole = noise(64, 64);

        assertRefused(Arrays.copyOf(whole, whole.length - 2), IMAGE_INVALID, "end marker");
    }

    @Test
    void refusesAPictureWithAHoleInItsPixels() {
        byte[] whole = noise(200, 150);
        byte[] holed = new byte[whole.length - 2_000];
        System.arraycopy(whole, 0, holed, 0, whole.length / 2);
        System.arraycopy(whole, whole.length / 2 + 2_000, holed, whole.length / 2, holed.length - whole.length / 2);

        assertRefused(holed, IMAGE_INVALID, "damaged");
    }

    @Test
    void acceptsWhatCamerasLeaveAfterTheEnd() throws AnalysisException {
        byte[] whole = orange(64, 48);

        assertThat(decoder.decode(Arrays.copyOf(whole, whole.length + 500)).width())
                .isEqualTo(64);
    }

    @Test
    void refusesAHugePictureBeforeItTakesMemoryForIt() {
        byte[] huge = declaring(orange(64, 48), 30_000, 30_000);

        assertRefused(huge, IMAGE_TOO_LARGE, "30000 x 30000");
        assertRefused(declaring(orange(64, 48), 65_535, 65_535), IMAGE_TOO_LARGE, "65535 x 65535");
    }

    @Test
    void refusesAPictureWithoutPixels() {
        assertRefused(declaring(orange(64, 48), 0, 48), IMAGE_INVALID, "0 x 48");
        assertRefused(declaring(orange(64, 48), 64, 0), IMAGE_INVALID, "64 x 0");
    }

    @Test
    void refusesAPictureOfEndlessScans() {
        byte[] whole = Pictures.file("progressive.jpg");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(whole, 0, whole.length - 2);
        for (int i = 0; i < 1_000; i++) {
            many.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 5, 0});
        }
        many.write(whole, whole.length - 2, 2);

        assertRefused(many.toByteArray(), IMAGE_INVALID, "scans");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void turnsThePictureAsItsExifOrientationSays(int orientation, int right, int bottom) throws AnalysisException {
        // A white square at the top left of a 96 x 48 picture; where it is afterwards tells how the picture was turned.
        byte[] jpeg = Pictures.jpeg(Pictures.withFace(Pictures.black(96, 48), 0, 0, 16, Color.WHITE));

        BgrImage image = decoder.decode(withOrientation(jpeg, orientation));

        assertThat(image.width()).isEqualTo(orientation < 5 ? 96 : 48);
        assertThat(image.height()).isEqualTo(orientation < 5 ? 48 : 96);
        assertIsNear(Pictures.pixel(image, right * (image.width() - 1), bottom * (image.height() - 1)), Color.WHITE);
        assertIsNear(Pictures.pixel(image, image.width() / 2, image.height() / 2), Color.BLACK);
    }

    @Test
    void ignoresABrokenExifBlock() throws AnalysisException {
        byte[] exif = "Exif\0\0II*\0\u007f\u007f\u007f\u007f".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(decoder.decode(withSegment(orange(64, 48), 0xe1, exif)).width())
                .isEqualTo(64);
    }

    @Test
    void ignoresABrokenColourProfile() throws AnalysisException {
        byte[] profile = "ICC_PROFILE\0\1\1rubbish".getBytes(StandardCharsets.ISO_8859_1);

        assertIsNear(Pictures.pixel(decoder.decode(withSegment(orange(64, 48), 0xe2, profile)), 5, 5), ORANGE);
    }

    private AnalysisException refused(byte[] body) {
        return catchThrowableOfType(AnalysisException.class, () -> decoder.decode(body));
    }

    private void assertRefused(byte[] body, DeadLetterReason reason, String message) {
        AnalysisException e = refused(body);
        assertThat(e).hasMessageContaining(message);
        assertThat(e.reason()).isEqualTo(reason);
    }

    private static void assertIsNear(Color actual, Color expected) {
        assertThat(Math.abs(actual.getRed() - expected.getRed()))
                .as("%s is %s", actual, expected)
                .isLessThan(8);
        assertThat(Math.abs(actual.getGreen() - expected.getGreen()))
                .as("%s is %s", actual, expected)
                .isLessThan(8);
        assertThat(Math.abs(actual.getBlue() - expected.getBlue()))
                .as("%s is %s", actual, expected)
                .isLessThan(8);
    }

    private static byte[] orange(int width, int height) {
        return Pictures.jpeg(Pictures.withFace(Pictures.black(width, height), 0, 0, Math.max(width, height), ORANGE));
    }

    /** A picture that does not compress, so that every part of the file holds pixels. */
    private static byte[] noise(int width, int height) {
        BufferedImage picture = Pictures.black(width, height);
        Random random = new Random(7);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt(0x1000000));
        }
        return Pictures.jpeg(picture);
    }

    private static byte[] declaring(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length; i++) {
            if (changed[i] == (byte) 0xff && changed[i + 1] == (byte) 0xc0) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                changed[i + 7] = (byte) (width >> 8);
                changed[i + 8] = (byte) width;
                return changed;
            }
        }
        throw new IllegalArgumentException("no frame header");
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
        };
        return withSegment(jpeg, 0xe1, exif);
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xff);
        bytes.write(marker);
        bytes.write((content.length + 2) >> 8);
        bytes.write(content.length + 2);
        bytes.writeBytes(content);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
