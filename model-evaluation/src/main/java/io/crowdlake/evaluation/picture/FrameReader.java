package io.crowdlake.evaluation.picture;

import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.VideoSource;
import io.crowdlake.inference.image.BgrImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The frames of a clip, as a camera would send them, or the one of a picture. */
public final class FrameReader implements AutoCloseable {

    private static final int START_BYTES = 4;

    private final PictureReader pictures;
    private final VideoSource clip;
    private BgrImage picture;

    private FrameReader(PictureReader pictures, VideoSource clip, BgrImage picture) {
        this.pictures = pictures;
        this.clip = clip;
        this.picture = picture;
    }

    /**
     * Opens a file.
     *
     * @param longestSide frames of a clip that are larger are scaled down, in pixels
     * @throws UnreadableException when neither is in it
     */
    public static FrameReader open(Path file, PictureReader pictures, int longestSide) throws UnreadableException {
        if (isPicture(file)) {
            return new FrameReader(pictures, null, pictures.read(file));
        }
        try {
            return new FrameReader(pictures, VideoSource.open(file.toString(), longestSide), null);
        } catch (SourceException e) {
            throw new UnreadableException("is neither a picture nor a clip that FFmpeg reads", e);
        }
    }

    /** JPEG and PNG are; of what else ImageIO reads, a GIF may move. */
    private static boolean isPicture(Path file) throws UnreadableException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START_BYTES);
            if (start.length == 0) {
                throw new UnreadableException("is empty");
            }
            boolean jpeg = start.length > 1 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xd8;
            boolean png = start.length > 3 && start[1] == 'P' && start[2] == 'N' && start[3] == 'G';
            return jpeg || png;
        } catch (IOException e) {
            throw new UnreadableException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether there can be more than one frame. */
    public boolean isClip() {
        return clip != null;
    }

    /** The next frame, or nothing at the end. */
    public Optional<BgrImage> next() throws UnreadableException {
        if (clip == null) {
            Optional<BgrImage> only = Optional.ofNullable(picture);
            picture = null;
            return only;
        }
        try {
            Optional<CapturedFrame> frame = clip.next();
            return frame.isEmpty()
                    ? Optional.empty()
                    : Optional.of(pictures.decode(frame.get().jpeg()));
        } catch (IOException e) {
            throw new UnreadableException("cannot be read on: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (clip != null) {
            clip.close();
        }
    }
}
