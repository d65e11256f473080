package io.crowdlake.benchmark.onnx;

import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The face detector YuNet, <a href="https://github.com/ShiqiYu/libfacedetection.train">libfacedetection.train</a>. At each place of three
 * grids it gives a class and an object probability, whose geometric mean is the score, and a box: its middle in cells from the place, the
 * logarithm of its size in cells.
 */
public final class YuNet implements AutoCloseable {

    private static final int[] STRIDES = {8, 16, 32};
    private static final int LARGEST_STRIDE = 32;
    private static final double SCORE_THRESHOLD = 0.6;
    private static final double IOU_THRESHOLD = 0.45;
    private static final List<String> OUTPUTS =
            List.of("cls_8", "obj_8", "bbox_8", "cls_16", "obj_16", "bbox_16", "cls_32", "obj_32", "bbox_32");

    private final OnnxNetwork network;
    private FloatBuffer input = FloatBuffer.allocate(0);
    private float[] planes = new float[0];

    YuNet(OnnxRuntime runtime, BaselineFolder files) {
        network = new OnnxNetwork(runtime, files.detector(), "input", OUTPUTS);
    }

    /** The faces, best first, in pixels of the picture. */
    public List<FaceBox> detect(BgrImage image) {
        int width = padded(image.width());
        int height = padded(image.height());
        fill(image, width, height);
        List<float[]> outputs = network.run(input, 1, 3, height, width);
        List<FaceBox> candidates = new ArrayList<>();
        for (int i = 0; i < STRIDES.length; i++) {
            decode(outputs.subList(3 * i, 3 * i + 3), STRIDES[i], width / STRIDES[i], candidates);
        }
        return best(candidates);
    }

    private static int padded(int pixels) {
        return (pixels + LARGEST_STRIDE - 1) / LARGEST_STRIDE * LARGEST_STRIDE;
    }

    /** Blue, green and red plane as floats 0..255, black to the right and below. */
    private void fill(BgrImage image, int width, int height) {
        int size = width * height;
        if (planes.length != 3 * size) {
            planes = new float[3 * size];
            input = ByteBuffer.allocateDirect(3 * size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        byte[] pixels = image.pixels();
        int from = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int to = y * width; to < y * width + image.width(); to++, from += 3) {
                planes[to] = pixels[from] & 255;
                planes[to + size] = pixels[from + 1] & 255;
                planes[to + 2 * size] = pixels[from + 2] & 255;
            }
        }
        input.clear().put(planes).flip();
    }

    /** Adds the boxes of one grid that are sure enough. */
    static void decode(List<float[]> outputs, int stride, int columns, List<FaceBox> candidates) {
        float[] classes = outputs.get(0);
        float[] objects = outputs.get(1);
        float[] boxes = outputs.get(2);
        for (int place = 0; place < classes.length; place++) {
            double score = Math.sqrt(fraction(classes[place]) * fraction(objects[place]));
            if (score > SCORE_THRESHOLD) {
                double centerX = (place % columns + boxes[4 * place]) * stride;
                double centerY = (place / columns + boxes[4 * place + 1]) * stride;
                double halfWidth = Math.exp(boxes[4 * place + 2]) * stride / 2;
                double halfHeight = Math.exp(boxes[4 * place + 3]) * stride / 2;
                candidates.add(new FaceBox(
                        centerX - halfWidth, centerY - halfHeight, centerX + halfWidth, centerY + halfHeight, score));
            }
        }
    }

    private static double fraction(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static List<FaceBox> best(List<FaceBox> candidates) {
        List<FaceBox> kept = new ArrayList<>();
        candidates.sort(Comparator.comparingDouble(FaceBox::score).reversed());
        for (FaceBox box : candidates) {
            if (kept.stream().noneMatch(better -> better.overlap(box) > IOU_THRESHOLD)) {
                kept.add(box);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        network.close();
    }
}
