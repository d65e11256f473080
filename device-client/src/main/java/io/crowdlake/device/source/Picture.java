package io.crowdlake.device.source;

import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.JpegDecoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Optional;

/** What a source shows at one moment: a file as it is, or pixels. Good until the source is asked for its next frame. */
public interface Picture {

    /** The pixels, not to be changed; throws IOException with one line when it is no picture. */
    BufferedImage pixels() throws IOException;

    /** The encoded file, not copied; empty for pixels that were never in one. */
    Optional<byte[]> file();

    /** Pixels of a camera. */
    static Picture of(BufferedImage pixels) {
        return new Picture() {
            @Override
            public BufferedImage pixels() {
                return pixels;
            }

            @Override
            public Optional<byte[]> file() {
                return Optional.empty();
            }
        };
    }

    /** A file, which need not be a picture at all. */
    static Picture ofFile(byte[] file) {
        return new Picture() {
            @Override
            public BufferedImage pixels() throws IOException {
                return decoded(file);
            }

            @Override
            public Optional<byte[]> file() {
                return Optional.of(file);
            }
        };
    }

    /** As the job would: turned as the camera says that it was held, and not larger than it would take. */
    private static BufferedImage decoded(byte[] file) throws IOException {
        try (JpegDecoder decoder = new JpegDecoder(AnalyzerSettings.DEFAULT_MAX_PIXELS)) {
            BgrImage image = decoder.decode(file);
            BufferedImage pixels = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
            byte[] target = ((DataBufferByte) pixels.getRaster().getDataBuffer()).getData();
            System.arraycopy(image.pixels(), 0, target, 0, target.length);
            return pixels;
        } catch (AnalysisException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
