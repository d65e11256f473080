package io.crowdlake.inference.image;

import static io.crowdlake.contracts.DeadLetterReason.IMAGE_INVALID;
import static io.crowdlake.contracts.DeadLetterReason.IMAGE_TOO_LARGE;

import io.crowdlake.inference.AnalysisException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Decodes the JPEGs of cameras. A picture is whole or refused: what a decoder would fill with grey after a damage is no evidence of
 * anybody. Not thread-safe; one reader is used for all pictures, since making one costs more than a small picture.
 *
 * <p>Colour and grey pictures are read, those in print colours (CMYK, YCCK) as well; EXIF orientation is respected, colour profiles are not.
 */
public final class JpegDecoder implements AutoCloseable {

    private final long maxPixels;
    private final ImageReader reader;
    private final DamageListener damage = new DamageListener();

    /** @param maxPixels the largest picture that is decoded, in declared pixels; more is refused before memory is taken for it */
    public JpegDecoder(long maxPixels) {
        this.maxPixels = maxPixels;
        this.reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.addIIOReadWarningListener(damage);
    }

    /**
     * Decodes one picture.
     *
     * @throws AnalysisException BODY_EMPTY, IMAGE_TOO_LARGE, or IMAGE_INVALID when it is no JPEG, truncated or damaged
     */
    public BgrImage decode(byte[] jpeg) throws AnalysisException {
        JpegHeader header = JpegHeader.parse(jpeg);
        if (header.pixels() > maxPixels) {
            throw new AnalysisException(
                    IMAGE_TOO_LARGE,
                    "the JPEG declares " + header.width() + " x " + header.height() + " pixels, must be at most "
                            + maxPixels + " (ingest.max-pixels)");
        }
        byte[] pixels = pixels(header);
        return new BgrImage(header.width(), header.height(), pixels).oriented(header.orientation());
    }

    @Override
    public void close() {
        reader.dispose();
    }

    private byte[] pixels(JpegHeader header) throws AnalysisException {
        damage.reset();
        byte[] pixels;
        try {
            reader.setInput(new ByteArrayImageStream(header.plain()), true, true);
            pixels = switch (header.components()) {
                case 1 -> grey(reader.read(0).getRaster());
                case 3 -> colour(reader.read(0));
                case 4 -> PrintColours.toBgr(reader.readRaster(0, null), header.adobeTransform());
                default -> throw new IOException(header.components() + " colour components");
            };
        } catch (IOException | RuntimeException e) {
            throw new AnalysisException(IMAGE_INVALID, "the JPEG is broken: " + firstLine(e));
        } finally {
            reader.setInput(null);
        }
        List<String> damages = damage.found();
        if (!damages.isEmpty()) {
            throw new AnalysisException(IMAGE_INVALID, "the JPEG is damaged: " + damages.get(0));
        }
        return pixels;
    }

    private static byte[] colour(BufferedImage image) throws IOException {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IOException("it is decoded as picture type " + image.getType());
        }
        return bytes(image.getRaster());
    }

    private static byte[] grey(Raster raster) {
        byte[] grey = bytes(raster);
        byte[] pixels = new byte[3 * grey.length];
        for (int i = 0, to = 0; i < grey.length; i++) {
            pixels[to++] = grey[i];
            pixels[to++] = grey[i];
            pixels[to++] = grey[i];
        }
        return pixels;
    }

    static byte[] bytes(Raster raster) {
        return ((DataBufferByte) raster.getDataBuffer()).getData();
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
