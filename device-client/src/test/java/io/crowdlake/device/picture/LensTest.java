package io.crowdlake.device.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.JpegSizer;
import io.crowdlake.device.source.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LensTest {

    private static final CameraConfiguration DEFAULT = CameraConfiguration.DEFAULT;
    private static final BoundingBox RIGHT_HALF = new BoundingBox(0.5, 0, 0.5, 1);

    private final Lens lens = new Lens();

    @AfterEach
    void close() {
        lens.close();
    }

    @Test
    void aFileGoesAsItIsEvenIfItIsNoPicture() throws IOException {
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertThat(look(text, DEFAULT)).isSameAs(text);
        assertThat(look(text, DEFAULT.withResolution(320).withMotionThreshold(0.5)))
                .isSameAs(text);
        byte[] jpeg = jpeg(Drawn.square(0, 0, 80));
        assertThat(look(jpeg, DEFAULT)).isSameAs(jpeg);
        assertThat(look(jpeg, DEFAULT.withMotionThreshold(0.5))).isSameAs(jpeg);
    }

    @Test
    void whatIsOutsideOfTheRegionDoesNotLeaveTheCamera() throws IOException {
        byte[] seen = look(jpeg(Drawn.square(0, 0, 300)), DEFAULT.withRegion(RIGHT_HALF));
        BufferedImage image = image(seen);
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(480);
        for (int y = 0; y < 480; y += 20) {
            assertThat(image.getRGB(10, y) & 255).as("grey, not white").isBetween(100, 160);
        }
    }

    @Test
    void whatCannotBeCutIsNotSent() {
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> look(text, DEFAULT.withRegion(RIGHT_HALF)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("a frame cannot be cut to its region, and is not sent");
    }

    @Test
    void theResolutionKeepsTheProportionsAndEnlargesNothing() throws IOException {
        CapturedFrame frame = frame(Drawn.square(0, 0, 80));
        assertThat(image(look(frame, DEFAULT.withResolution(320))).getHeight()).isEqualTo(240);
        assertThat(image(look(frame, DEFAULT.withResolution(3840))).getHeight()).isEqualTo(480);
        assertThat(image(look(frame, DEFAULT.withResolution(240).withRegion(RIGHT_HALF)))
                        .getWidth())
                .isEqualTo(160);
        assertThat(Lens.wholeSide(DEFAULT)).isZero();
        assertThat(Lens.wholeSide(DEFAULT.withResolution(320).withRegion(RIGHT_HALF)))
                .isEqualTo(640);
    }

    @Test
    void onlyAnInlinePictureHasToFitIntoAMessage() throws IOException {
        BufferedImage large = new BufferedImage(1920, 1440, BufferedImage.TYPE_3BYTE_BGR);
        large.createGraphics().drawImage(Drawn.noisy(Drawn.square(0, 0, 80), 1), 0, 0, 1920, 1440, null);
        CapturedFrame frame = frame(Drawn.noisy(large, 2));
        assertThat(look(frame, DEFAULT).length).isLessThanOrEqualTo(JpegSizer.INLINE_BYTES);
        byte[] uploaded = look(frame, DEFAULT.withTransport(Transport.REFERENCE));
        assertThat(uploaded.length).isBetween(JpegSizer.INLINE_BYTES, Lens.UPLOAD_BYTES);
        assertThat(image(uploaded).getWidth()).isEqualTo(1920);
        assertThat(look(uploaded, DEFAULT).length)
                .as("a file that is too large for a message")
                .isLessThanOrEqualTo(JpegSizer.INLINE_BYTES);
    }

    @Test
    void nothingIsSentWhileNothingMovesUnlessSomebodyAsks() throws IOException {
        CameraConfiguration gated = DEFAULT.withMotionThreshold(0.01);
        CapturedFrame frame = frame(Drawn.square(0, 0, 80));
        assertThat(lens.look(frame, gated, false)).isPresent();
        assertThat(lens.look(frame, gated, false)).isEmpty();
        assertThat(lens.look(frame, gated, true)).isPresent();
        assertThat(lens.look(frame, gated, false)).isEmpty();
        assertThat(lens.look(frame, DEFAULT, false)).isPresent();
        assertThat(lens.look(frame(Drawn.square(300, 200, 80)), gated, false)).isPresent();
    }

    private byte[] look(byte[] file, CameraConfiguration configuration) throws IOException {
        return look(new CapturedFrame(file, Duration.ZERO), configuration);
    }

    private byte[] look(CapturedFrame frame, CameraConfiguration configuration) throws IOException {
        return lens.look(frame, configuration, false).orElseThrow();
    }

    private static CapturedFrame frame(BufferedImage image) {
        return new CapturedFrame(Picture.of(image), Duration.ZERO);
    }

    private static byte[] jpeg(BufferedImage image) {
        return frame(image).jpeg();
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
