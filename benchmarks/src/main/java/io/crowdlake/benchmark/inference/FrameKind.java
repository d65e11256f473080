package io.crowdlake.benchmark.inference;

import java.util.List;

/**
 * A kind of frames to be measured.
 *
 * @param width pixels
 * @param height pixels
 * @param faces in each frame: up to 4, or a multiple of 4
 */
public record FrameKind(int width, int height, int faces) {

    /** The one that a single figure is given for. */
    public static final FrameKind HEADLINE = new FrameKind(640, 480, 4);

    /** All that are measured. */
    public static final List<FrameKind> ALL = List.of(
            new FrameKind(320, 240, 0),
            new FrameKind(320, 240, 4),
            new FrameKind(320, 240, 16),
            new FrameKind(640, 480, 0),
            HEADLINE,
            new FrameKind(640, 480, 16));

    /** Such as {@code 640x480, 4 faces}. */
    public String label() {
        return size() + ", " + faces + " faces";
    }

    /** Such as {@code 640x480}. */
    public String size() {
        return width + "x" + height;
    }
}
