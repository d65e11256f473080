package io.crowdlake.scene;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures as JPEG with one reused writer; for one thread at a time. */
public final class JpegEncoder implements AutoCloseable {

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    /**
     * @param image without transparency
     * @param quality 0..1
     * @return a complete JPEG file
     */
    public byte[] encode(BufferedImage image, double quality) {
        bytes.reset();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture as JPEG", e);
        } finally {
            writer.setOutput(null);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        writer.dispose();
    }
}
