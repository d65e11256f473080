package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.device.SharedData;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
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
            assertThat(rest).allMatch(frame -> frame.jpeg().length <= JpegSizer.DEFAULT_MAX_BYTES);
        }
    }

    private static List<CapturedFrame> all(VideoSource source) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        for (Optional<CapturedFrame> frame = source.next(); frame.isPresent(); frame = source.next()) {
            frames.add(frame.get());
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
