package io.crowdlake.evaluation.picture;

import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.JpegDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures whatever their name ends with. JPEGs go through the decoder of the job; a PNG, which no camera sends, is taken pixel by
 * pixel, since making a JPEG of it would change what is measured. Not thread-safe.
 */
public final class PictureReader implements AutoCloseable {

    private static final int JPEG_START = 0xffd8;

    private final JpegDecoder decoder;
    private final long maxPixels;

    /** @param maxPixels the largest picture that is decoded */
    public PictureReader(long maxPixels) {
        this.decoder = new JpegDecoder(maxPixels);
        this.maxPixels = maxPixels;
    }

    /** The picture in a file; throws UnreadableException when there is none, or it is damaged. */
    public BgrImage read(Path file) throws UnreadableException {
        try {
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableException("cannot be read: " + firstLine(e), e);
        }
    }

    /** The picture in the bytes of a file. */
    public BgrImage decode(byte[] bytes) throws UnreadableException {
        if (bytes.length >= 2 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) == JPEG_START) {
            try {
                return decoder.decode(bytes);
            } catch (AnalysisException e) {
                throw new UnreadableException("is unreadable: " + e.getMessage(), e);
            }
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadableException(bytes.length == 0 ? "is empty" : "is neither JPEG nor PNG");
            }
            return decode(readers.next(), stream);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException("is unreadable: " + firstLine(e), e);
        }
    }

    private BgrImage decode(ImageReader reader, ImageInputStream stream) throws IOException {
        try {
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > maxPixels) {
                throw new IOException("it has " + pixels + " pixels, must have at most " + maxPixels);
            }
            BufferedImage image = reader.read(0);
            return new BgrImage(image.getWidth(), image.getHeight(), Samples.bgr(image));
        } finally {
            reader.dispose();
        }
    }

    @Override
    public void close() {
        decoder.close();
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
