package io.crowdlake.stack.analyze;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.SourceOpener;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The frames of one file or folder, as a camera of that name would send them. A JPEG goes as it is, byte by byte; everything else is read
 * as a camera's source.
 */
final class FileFrames implements AutoCloseable {

    private static final double FOLDER_FRAMES_PER_SECOND = 5;
    private static final int JPEG_START = 0xffd8;

    private final String name;
    private final Instant start;
    private final CameraSource source;
    private byte[] picture;
    private long sequence;

    private FileFrames(String name, Instant start, CameraSource source, byte[] picture) {
        this.name = name;
        this.start = start;
        this.source = source;
        this.picture = picture;
    }

    /** Opens a file, a folder or an address; throws SourceException with one line when there is nothing to see in it. */
    static FileFrames open(String input) throws SourceException {
        Path path = input.contains("://") ? null : Path.of(input);
        try {
            if (path != null && isJpeg(path)) {
                return new FileFrames(stem(path), modified(path), null, Files.readAllBytes(path));
            }
            CameraSource source = new SourceOpener(FOLDER_FRAMES_PER_SECOND).open(input);
            return path == null
                    ? new FileFrames("stream", Instant.now(), source, null)
                    : new FileFrames(stem(path), modified(path), source, null);
        } catch (IOException e) {
            throw new SourceException(input + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isJpeg(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) == JPEG_START;
        }
    }

    private static Instant modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    private static String stem(Path path) {
        String file = path.toAbsolutePath().normalize().getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** The file's name without its ending; the device id of its frames. */
    String name() {
        return name;
    }

    /** Whether there can be more than one frame. */
    boolean isSeries() {
        return source != null;
    }

    /** The next frame, or empty at the end. */
    Optional<CameraFrame> next() {
        if (source == null) {
            Optional<CameraFrame> only = Optional.ofNullable(picture).map(jpeg -> frame(jpeg, Duration.ZERO));
            picture = null;
            return only;
        }
        try {
            return source.next().map(this::frame);
        } catch (IOException e) {
            throw new StackException(source.name() + " cannot be read on: " + e.getMessage(), e);
        }
    }

    private CameraFrame frame(CapturedFrame captured) {
        return frame(captured.jpeg(), captured.position());
    }

    private CameraFrame frame(byte[] jpeg, Duration position) {
        return new CameraFrame(
                name,
                "analyze",
                sequence++,
                start.plus(position),
                null,
                CognitiveTypes.CAMFRAME_ANALYSIS,
                "image/jpeg",
                jpeg,
                null);
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
