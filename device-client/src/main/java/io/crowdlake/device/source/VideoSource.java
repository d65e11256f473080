package io.crowdlake.device.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/**
 * Anything FFmpeg reads: GIF, MP4 and other files, network streams, and cameras of this machine ({@code /dev/videoN}). Frames are scaled down
 * to the longest side wanted.
 */
public final class VideoSource implements CameraSource {

    /** Longest side of a frame in pixels, unless asked otherwise. */
    public static final int DEFAULT_LONGEST_SIDE = 640;

    /** FFmpeg takes any text file for a terminal recording. */
    private static final Set<String> NOT_VIDEO = Set.of("tty", "bin", "adf", "idf", "xbin");

    private static final double FALLBACK_RATE = 10;
    private static final long OPEN_TIMEOUT_MICROS = 10_000_000;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    private final String input;
    private final FFmpegFrameGrabber grabber;
    private final Java2DFrameConverter converter = new Java2DFrameConverter();
    private final boolean live;
    private final int nativeWidth;
    private final int nativeHeight;
    private long firstMicros = -1;
    private long lastMicros = -1;

    private VideoSource(String input, FFmpegFrameGrabber grabber, boolean live) {
        this.input = input;
        this.grabber = grabber;
        this.live = live;
        this.nativeWidth = grabber.getImageWidth();
        this.nativeHeight = grabber.getImageHeight();
    }

    /**
     * @param input a file, an address, or {@code /dev/videoN}
     * @param longestSide pixels; larger frames are scaled down
     * @throws SourceException when FFmpeg finds no video in it
     */
    public static VideoSource open(String input, int longestSide) throws SourceException {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(input);
        boolean device = input.startsWith("/dev/video");
        boolean stream = input.matches("(?i)(rtsp|rtmp|udp|rtp|srt)s?://.*");
        if (device) {
            grabber.setFormat("v4l2");
        }
        if (input.startsWith("rtsp")) {
            grabber.setOption("rtsp_transport", "tcp");
            grabber.setOption("timeout", Long.toString(OPEN_TIMEOUT_MICROS));
        } else if (input.startsWith("http")) {
            grabber.setOption("rw_timeout", Long.toString(OPEN_TIMEOUT_MICROS));
        }
        try {
            grabber.start();
            if (NOT_VIDEO.contains(String.valueOf(grabber.getFormat())) || grabber.getImageWidth() <= 0) {
                throw new IOException("no video in it");
            }
            boolean endless = input.matches("(?i)https?://.*") && grabber.getLengthInTime() <= 0;
            VideoSource source = new VideoSource(input, grabber, device || stream || endless);
            source.resolution(longestSide);
            return source;
        } catch (IOException e) {
            release(grabber);
            throw new SourceException(
                    shown(input)
                            + " cannot be decoded: give a folder of JPEGs, a GIF, an MP4 or another input with video for FFmpeg",
                    e);
        }
    }

    /** Without the password that an address may hold. */
    @Override
    public String name() {
        return shown(input);
    }

    private static String shown(String input) {
        return input.replaceFirst("://[^/@]*@", "://***@");
    }

    @Override
    public double framesPerSecond() {
        double rate = grabber.getVideoFrameRate();
        return rate > 0 && rate <= 240 ? rate : FALLBACK_RATE;
    }

    @Override
    public Optional<Duration> length() {
        long micros = grabber.getLengthInTime();
        return live || micros <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(micros * 1000));
    }

    @Override
    public boolean live() {
        return live;
    }

    /** FFmpeg scales while it decodes, which costs least. */
    @Override
    public void resolution(int longestSide) {
        int wanted = longestSide == 0 ? DEFAULT_LONGEST_SIDE : longestSide;
        double factor = Math.min(1, (double) wanted / Math.max(nativeWidth, nativeHeight));
        grabber.setImageWidth(Math.max(2, (int) Math.round(nativeWidth * factor)));
        grabber.setImageHeight(Math.max(2, (int) Math.round(nativeHeight * factor)));
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        Frame frame = grabber.grabImage();
        if (frame == null) {
            return Optional.empty();
        }
        Picture picture = Picture.of(converter.getBufferedImage(frame));
        return Optional.of(new CapturedFrame(picture, position(frame.timestamp)));
    }

    /** Some inputs repeat or reset their time stamps: such a frame comes one nominal interval after the one before. */
    private Duration position(long micros) {
        if (firstMicros < 0) {
            firstMicros = micros;
        }
        long position = micros - firstMicros;
        if (position <= lastMicros) {
            position = lastMicros + Math.round(1e6 / framesPerSecond());
        }
        lastMicros = position;
        return Duration.ofNanos(position * 1000);
    }

    @Override
    public void close() {
        converter.close();
        release(grabber);
    }

    private static void release(FFmpegFrameGrabber grabber) {
        try {
            grabber.close();
        } catch (IOException e) {
            // the native side is already gone: nothing is left to free
            return;
        }
    }
}
