package io.crowdlake.inference.image;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws what an analyzer saw onto the picture, for people who want to check it. A small picture is enlarged so that labels can be read. */
public final class FaceAnnotator {

    private static final int READABLE_SIDE = 960;
    private static final float QUALITY = 0.92f;
    private static final Color LABEL = new Color(0x14, 0x14, 0x14);

    private FaceAnnotator() {}

    /** The picture with boxes and labels such as {@code female 34 happiness}, as JPEG. */
    public static byte[] annotate(BgrImage image, List<DetectedFace> faces) {
        return annotate(image, faces, CameraLayout.NONE);
    }

    /** The same with the lines and zones of the camera, below the boxes. */
    public static byte[] annotate(BgrImage image, List<DetectedFace> faces, CameraLayout layout) {
        int scale = Math.max(1, Math.round((float) READABLE_SIDE / Math.max(image.width(), image.height())));
        BufferedImage canvas = enlarged(image, scale);
        int dot = Math.max(2, Math.max(canvas.getWidth(), canvas.getHeight()) / 600);
        List<Rectangle> boxes = faces.stream().map(face -> pixels(face, canvas)).toList();
        LabelPlacement placement = new LabelPlacement(canvas.getWidth(), canvas.getHeight(), boxes);
        Graphics2D graphics = canvas.createGraphics();
        try {
            new LayoutPainter(graphics, canvas.getWidth(), canvas.getHeight(), dot).paint(layout);
            graphics.setStroke(new BasicStroke(dot));
            for (int i = 0; i < boxes.size(); i++) {
                graphics.setColor(colour(faces.get(i)));
                graphics.draw(boxes.get(i));
                label(graphics, faces.get(i), boxes.get(i), placement, dot);
            }
        } finally {
            graphics.dispose();
        }
        return jpeg(canvas);
    }

    /** What the label of a face says, in one or two lines; parts that are unknown are left out. */
    static List<String> text(DetectedFace face) {
        FaceAttributes known = face.attributes();
        String gender = known.gender() == Gender.UNKNOWN ? "" : known.gender().label();
        String age = known.ageYears() == null ? "" : String.valueOf(Math.round(known.ageYears()));
        String emotion =
                known.emotion() == Emotion.UNKNOWN ? "" : known.emotion().label();
        List<String> lines = Stream.of((gender + " " + age).strip(), emotion)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? List.of("face " + Math.round(face.score() * 100) + "%") : lines;
    }

    private static Rectangle pixels(DetectedFace face, BufferedImage canvas) {
        BoundingBox box = face.box();
        return new Rectangle(
                (int) (box.x() * canvas.getWidth()),
                (int) (box.y() * canvas.getHeight()),
                (int) (box.width() * canvas.getWidth()),
                (int) (box.height() * canvas.getHeight()));
    }

    private static void label(
            Graphics2D graphics, DetectedFace face, Rectangle box, LabelPlacement placement, int dot) {
        List<String> lines = text(face);
        int margin = dot;
        int lineHeight = PixelFont.HEIGHT * dot;
        int width = 2 * margin
                + lines.stream()
                        .mapToInt(line -> PixelFont.width(line, dot))
                        .max()
                        .orElse(0);
        Rectangle label = placement.place(box, width, 2 * margin + lines.size() * lineHeight);
        graphics.setColor(LABEL);
        graphics.fill(label);
        graphics.setColor(colour(face));
        for (int i = 0; i < lines.size(); i++) {
            PixelFont.draw(graphics, lines.get(i), label.x + margin, label.y + margin + i * lineHeight, dot);
        }
    }

    private static Color colour(DetectedFace face) {
        return switch (face.attributes().gender()) {
            case FEMALE -> new Color(0xff, 0x9d, 0x5c);
            case MALE -> new Color(0x6c, 0xc8, 0xff);
            case UNKNOWN -> new Color(0xe8, 0xe8, 0x70);
        };
    }

    private static BufferedImage enlarged(BgrImage image, int scale) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        picture.getRaster().setDataElements(0, 0, image.width(), image.height(), rgbOrder(image.pixels()));
        if (scale == 1) {
            return picture;
        }
        BufferedImage canvas =
                new BufferedImage(image.width() * scale, image.height() * scale, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, canvas.getWidth(), canvas.getHeight(), null);
        graphics.dispose();
        return canvas;
    }

    /** A raster takes the bands of a pixel as red, green, blue, whatever their order in its memory. */
    private static byte[] rgbOrder(byte[] bgr) {
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    private static byte[] jpeg(BufferedImage canvas) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(canvas, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
