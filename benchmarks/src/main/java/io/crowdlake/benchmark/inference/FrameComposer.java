package io.crowdlake.benchmark.inference;

import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.scene.JpegEncoder;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws frames with an exact number of faces. Up to four people stand side by side; sixteen are four such pictures in one, as recorders
 * of several cameras show them. The same seed gives the same frames.
 */
final class FrameComposer implements AutoCloseable {

    private static final double QUALITY = 0.85;
    private static final int QUARTERS = 4;

    private final JpegEncoder encoder = new JpegEncoder();
    private final SplittableRandom random;

    FrameComposer(long seed) {
        random = new SplittableRandom(seed);
    }

    /** So many different frames of a kind. */
    List<DrawnFrame> compose(FrameKind kind, int count) {
        List<DrawnFrame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(kind.faces() > QUARTERS ? quartered(kind) : plain(kind));
        }
        return frames;
    }

    private DrawnFrame plain(FrameKind kind) {
        GroupPicture group = new GroupPicture(kind.width(), kind.height(), kind.faces(), random.split());
        return new DrawnFrame(encoder.encode(group.image(), QUALITY), group.faces());
    }

    private DrawnFrame quartered(FrameKind kind) {
        if (kind.faces() % QUARTERS != 0) {
            throw new IllegalArgumentException(kind.faces() + " faces, must be at most 4 or a multiple of 4");
        }
        int width = kind.width() / 2;
        int height = kind.height() / 2;
        BufferedImage whole = new BufferedImage(kind.width(), kind.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = whole.createGraphics();
        List<FaceBox> faces = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int left = quarter % 2 * width;
            int top = quarter / 2 * height;
            GroupPicture group = new GroupPicture(width, height, kind.faces() / QUARTERS, random.split());
            canvas.drawImage(group.image(), left, top, null);
            group.faces().forEach(face -> faces.add(moved(face, left, top)));
        }
        canvas.dispose();
        return new DrawnFrame(encoder.encode(whole, QUALITY), faces);
    }

    private static FaceBox moved(FaceBox face, int right, int down) {
        return new FaceBox(
                face.left() + right, face.top() + down, face.right() + right, face.bottom() + down, face.score());
    }

    @Override
    public void close() {
        encoder.close();
    }
}
