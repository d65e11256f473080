package io.crowdlake.evaluation.metric;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Boxes and frames for tests. */
final class Boxes {

    private Boxes() {}

    /** A square box of 10 pixels at x. */
    static FaceBox at(double x, double score) {
        return new FaceBox(x, 0, x + 10, 10, score);
    }

    static FaceBox square(double side) {
        return new FaceBox(0, 0, side, side, 1);
    }

    static FrameBoxes frame(List<FaceBox> found, List<FaceBox> faces) {
        return new FrameBoxes("clip.gif", found, faces, List.of());
    }

    static FrameBoxes frame(List<FaceBox> found, List<FaceBox> faces, List<FaceBox> ignored) {
        return new FrameBoxes("clip.gif", found, faces, ignored);
    }

    static Arbitrary<List<FrameBoxes>> frames() {
        return frame().list().ofMinSize(1).ofMaxSize(5);
    }

    /** Found boxes around faces that stand apart, each box of the frame with a score of its own. */
    static Arbitrary<FrameBoxes> frame() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 5);
        Arbitrary<List<FaceBox>> faces =
                places.map(place -> at(30 * place, 1)).list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<FaceBox>> ignored = places.map(place -> at(30 * place + 180, 0.5))
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        return Combinators.combine(found(), faces, ignored).as((some, there, open) -> frame(some, there, open));
    }

    private static Arbitrary<List<FaceBox>> found() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 330),
                        Arbitraries.integers().between(0, 1000))
                .as((x, score) -> at(x, score / 1000.0))
                .list()
                .uniqueElements(FaceBox::score)
                .ofMaxSize(6);
    }
}
