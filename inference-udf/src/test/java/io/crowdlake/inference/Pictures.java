package io.crowdlake.inference;

import io.crowdlake.inference.image.BgrImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests, drawn or encoded on the spot. */
public final class Pictures {

    /** A colour that the tiny bundle takes for a woman of 31 who is happy: red 136, green 230, blue 80. */
    public static final Color HAPPY_WOMAN = new Color(136, 230, 80);

    /** A colour that the tiny bundle takes for a man of 65 who is sad: red 208, green 40, blue 166. */
    public static final Color SAD_MAN = new Color(208, 40, 166);

    private Pictures() {}

    /** A black picture. */
    public static BufferedImage black(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** The same picture with a square of one colour, which the tiny bundle takes for a face. */
    public static BufferedImage withFace(BufferedImage picture, int x, int y, int side, Color colour) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, y, side, side);
        graphics.dispose();
        return picture;
    }

    /** A 320 x 240 frame with one happy woman at (40, 30), 60 pixels high. */
    public static byte[] oneFace() {
        return jpeg(withFace(black(320, 240), 40, 30, 60, HAPPY_WOMAN));
    }

    public static byte[] jpeg(BufferedImage picture) {
        return encode(picture, "jpeg");
    }

    public static byte[] encode(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of src/test/resources/images. */
    public static byte[] file(String name) {
        try (InputStream stream = Pictures.class.getResourceAsStream("/images/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture from a file without loss, such as a PNG. */
    public static BgrImage read(Path file) throws IOException {
        return image(ImageIO.read(file.toFile()));
    }

    /** The pixels of a drawn picture, as if a JPEG had been decoded without loss. */
    public static BgrImage image(BufferedImage picture) {
        BufferedImage bgr = black(picture.getWidth(), picture.getHeight());
        bgr.getGraphics().drawImage(picture, 0, 0, null);
        return new BgrImage(
                bgr.getWidth(),
                bgr.getHeight(),
                ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData());
    }

    /** The colour of a pixel. */
    public static Color pixel(BgrImage image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        byte[] pixels = image.pixels();
        return new Color(pixels[at + 2] & 0xff, pixels[at + 1] & 0xff, pixels[at] & 0xff);
    }
}
