package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.crowdlake.device.SharedData;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class VideoSourceTest {

    @TempDir
    Path folder;

    @Test
    void playsAVideoOnceInOrderAtItsOwnRate() throws Exception {
        Path video = record(320, 240, 8, 24);
        try (VideoSource source = VideoSource.open(video.toString(), 640)) {
            List<CapturedFrame> frames = all(source);

            assertThat(source.framesPerSecond()).isEqualTo(8);
            assertThat(source.live()).isFalse();
            assertThat(source.length().orElseThrow().toMillis()).isBetween(2900L, 3100L);
            assertThat(frames).hasSize(24);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(frames.get(i).position()).isEqualTo(Duration.ofMillis(125L * i));
                assertThat(brightness(frames.get(i))).as("frame %d", i).isCloseTo(i * 10.0, within(12.0));
            }
            assertThat(source.next()).as("it plays once").isEmpty();
        }
    }

    @Test
    void largeFramesAreScaledDown() throws Exception {
        Path video = record(1280, 720, 5, 3);
        try (VideoSource source = VideoSource.open(video.toString(), 640)) {
            BufferedImage image = image(source.next().orElseThrow());

            assertThat(image.getWidth()).isEqualTo(640);
            assertThat(image.getHeight()).isEqualTo(360);
        }
    }

    @Test
    void theResolutionIsChangedWhileItPlaysAndNothingIsEnlarged() throws Exception {
        Path video = record(1280, 720, 5, 4);
        try (VideoSource source = VideoSource.open(video.toString(), 640)) {
            source.resolution(320);
            assertThat(image(source.next().orElseThrow()).getWidth()).isEqualTo(320);
            source.resolution(4000);
            assertThat(image(source.next().orElseThrow()).getWidth()).isEqualTo(1280);
            source.resolution(0);
            assertThat(image(source.next().orElseThrow()).getHeight()).isEqualTo(360);
        }
    }

    @Test
    void aPasswordInAnAddressIsNotShown() {
        assertThatThrownBy(() -> VideoSource.open("rtsp://admin:secret@127.0.0.1:1/stream", 640))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("rtsp://***@127.0.0.1:1/stream cannot be decoded");
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void aStreamThatStallsIsGivenUpAfterAWhile() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer camera = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        camera.setExecutor(Executors.newCachedThreadPool());
        camera.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 60; i++) {
                byte[] jpeg = jpeg(i);
                exchange.getResponseBody()
                        .write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().write(jpeg);
                exchange.getResponseBody().write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            exchange.getResponseBody().flush();
            await(over);
        });
        camera.start();
        try (VideoSource source =
                VideoSource.open("http://127.0.0.1:" + camera.getAddress().getPort() + "/video", 640)) {
            assertThat(source.live()).isTrue();
            assertThat(all(source)).hasSizeBetween(1, 60);
        } finally {
            over.countDown();
            camera.stop(0);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] jpeg(int level) {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(80, 60, level);
        return new CapturedFrame(Picture.of(image), Duration.ZERO).jpeg();
    }

    @Test
    void whatIsNoVideoIsRefusedInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "not a video at all\n".repeat(100));
        Path empty = Files.createFile(folder.resolve("empty.gif"));
        for (Path file : List.of(text, empty)) {
            assertThatThrownBy(() -> VideoSource.open(file.toString(), 640))
                    .isInstanceOf(SourceException.class)
                    .message()
                    .hasLineCount(1)
                    .contains(file.toString(), "cannot be decoded: give a folder of JPEGs");
        }
    }

    @Test
    void aTruncatedVideoGivesWhatIsLeftOfIt() throws Exception {
        Path gif = SharedData.footage("people-detection.gif");
        byte[] bytes = Files.readAllBytes(gif);
        Path half = Files.write(folder.resolve("half.gif"), Arrays.copyOf(bytes, bytes.length / 2));
        try (VideoSource source = VideoSource.open(half.toString(), 640)) {
            assertThat(all(source)).hasSizeBetween(5, 20);
        }
    }

    @Test
    void realClips() throws Exception {
        check("face-demographics-walking-and-pause.gif", 41, 12.5, 480, 270);
        check("head-pose-face-detection-female.gif", 23, 12.5, 480, 270);
        check("one-by-one-person-detection.mp4", 1394, 10, 640, 360);
    }

    private static void check(String clip, int frames, double rate, int width, int height) throws Exception {
        try (VideoSource source = VideoSource.open(SharedData.footage(clip).toString(), 640)) {
            BufferedImage first = image(source.next().orElseThrow());
            List<CapturedFrame> rest = all(source);

            assertThat(first.getWidth()).isEqualTo(width);
            assertThat(first.getHeight()).isEqualTo(height);
            assertThat(rest).hasSize(frames - 1);
            assertThat(source.framesPerSecond()).isEqualTo(rate, within(0.01));
            assertThat(rest).isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
            assertThat(rest).allMatch(frame -> frame.jpeg().length <= JpegSizer.INLINE_BYTES);
        }
    }

    private static List<CapturedFrame> all(VideoSource source) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        for (Optional<CapturedFrame> frame = source.next(); frame.isPresent(); frame = source.next()) {
            // the source overwrites its pixels with the next frame
            frames.add(new CapturedFrame(frame.get().jpeg(), frame.get().position()));
        }
        return frames;
    }

    /** A video of grey frames, each 10 levels brighter than the one before. */
    private Path record(int width, int height, int rate, int frames) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        Path file = folder.resolve(width + "x" + height + ".mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setFrameRate(rate);
            recorder.setVideoBitrate(4_000_000);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
                Graphics2D canvas = image.createGraphics();
                canvas.setColor(new Color(i * 10, i * 10, i * 10));
                canvas.fillRect(0, 0, width, height);
                canvas.dispose();
                recorder.record(converter.convert(image));
            }
        }
        return file;
    }

    private static double brightness(CapturedFrame frame) throws IOException {
        BufferedImage image = image(frame);
        return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 255;
    }

    private static BufferedImage image(CapturedFrame frame) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
    }
}
