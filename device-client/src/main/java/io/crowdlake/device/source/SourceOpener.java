package io.crowdlake.device.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds out what kind of source a person means. */
public final class SourceOpener {

    private final double folderFramesPerSecond;

    /**
     * @param folderFramesPerSecond how far apart the files of a folder are in event time
     */
    public SourceOpener(double folderFramesPerSecond) {
        this.folderFramesPerSecond = folderFramesPerSecond;
    }

    /** A folder, a video file, an address such as {@code rtsp://...}, or {@code /dev/videoN}. */
    public CameraSource open(String source) throws SourceException {
        if (source.isBlank()) {
            throw new SourceException("the name is empty: give a folder, a file, an address or /dev/videoN");
        }
        if (source.contains("://")) {
            return VideoSource.open(source, VideoSource.DEFAULT_LONGEST_SIDE);
        }
        Path path = path(source);
        if (!Files.exists(path)) {
            throw new SourceException(source + " does not exist: give a folder, a file, an address or /dev/videoN");
        }
        if (!Files.isReadable(path)) {
            throw new SourceException(source + " cannot be read: check its permissions");
        }
        return Files.isDirectory(path)
                ? JpegFolderSource.open(path, folderFramesPerSecond)
                : VideoSource.open(source, VideoSource.DEFAULT_LONGEST_SIDE);
    }

    private static Path path(String source) throws SourceException {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw new SourceException(source + " is no file name: give a folder, a file, an address or /dev/videoN", e);
        }
    }
}
