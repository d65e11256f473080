package io.crowdlake.device.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A frame as its source gives it.
 *
 * @param picture what it shows; a folder may give files that are no picture at all: the analysis has to cope
 * @param position since the beginning of the source, never going back
 */
public record CapturedFrame(Picture picture, Duration position) {

    /** A frame that is a file. */
    public CapturedFrame(byte[] file, Duration position) {
        this(Picture.ofFile(file), position);
    }

    /** The file as it is, or pixels as a JPEG of the usual quality that fits into a message. */
    public byte[] jpeg() {
        return picture.file().orElseGet(() -> {
            try (JpegSizer sizer = new JpegSizer()) {
                return sizer.encode(pixels(), JpegSizer.DEFAULT_QUALITY, JpegSizer.INLINE_BYTES);
            }
        });
    }

    private BufferedImage pixels() {
        try {
            return picture.pixels();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
