package io.crowdlake.evaluation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;

/** Pictures for the tiny bundle, which takes anything bright for a face and reads age, gender and emotion from its colour. */
public final class Drawings {

    /** A woman of 31 who is happy: red 136 is emotion 4, green 230 female 0.9, blue 80 is 31 years. */
    public static final Color HAPPY_WOMAN = new Color(136, 230, 80);

    /** A man of 65 who is sad. */
    public static final Color SAD_MAN = new Color(208, 40, 166);

    private Drawings() {}

    public static BufferedImage black(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    public static BufferedImage withFace(BufferedImage picture, int x, int y, int side, Color colour) {
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(x, y, side, side);
        canvas.dispose();
        return picture;
    }

    /** A picture of one face, left and above of the middle so that the tiny bundle sees it whole. */
    public static BufferedImage portrait(Color colour) {
        return withFace(black(96, 96), 6, 6, 36, colour);
    }

    public static void write(BufferedImage picture, Path file) {
        String name = file.getFileName().toString();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An animation of whole frames. */
    public static void writeGif(Path file, BufferedImage... frames) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
