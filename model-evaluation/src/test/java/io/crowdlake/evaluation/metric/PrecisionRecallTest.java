package io.crowdlake.evaluation.metric;

import static io.crowdlake.evaluation.metric.Boxes.at;
import static io.crowdlake.evaluation.metric.Boxes.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {

    @Test
    void raisesThePrecisionToTheBestThatFollows() {
        // By score: on a face, false, on a face, on a face; a fourth face is never found.
        PrecisionRecall boxes = PrecisionRecall.of(List.of(
                frame(List.of(at(0, 0.9), at(50, 0.8), at(100, 0.7)), List.of(at(0, 1), at(100, 1))),
                frame(List.of(at(0, 0.6)), List.of(at(0, 1), at(200, 1)))));

        // Precisions 1, 1/2, 2/3, 3/4 become 1, 3/4, 3/4, 3/4; each of the three steps is a quarter of the recall.
        assertThat(boxes.averagePrecision()).isCloseTo((1 + 0.75 + 0.75) / 4, within(1e-9));
        assertThat(boxes.precisionAt(0.65)).isEqualTo(Proportion.of(2, 3));
        assertThat(boxes.recallAt(0.65)).isEqualTo(Proportion.of(2, 4));
        assertThat(boxes.curve())
                .containsExactly(
                        new PrecisionRecall.Point(0.9, 1, 0.25),
                        new PrecisionRecall.Point(0.8, 0.5, 0.25),
                        new PrecisionRecall.Point(0.7, 2 / 3.0, 0.5),
                        new PrecisionRecall.Point(0.6, 0.75, 0.75));
    }

    @Test
    void aSecondBoxOnAFaceIsFalse() {
        PrecisionRecall boxes = PrecisionRecall.of(List.of(frame(List.of(at(0, 0.9), at(1, 0.8)), List.of(at(0, 1)))));
        assertThat(boxes.precisionAt(0)).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void aBoxMustOverlapHalfOfTheUnion() {
        // Shifted by a third of its side: 2/3 shared of 4/3 together is just a half.
        FaceBox third = new FaceBox(0, 0, 30, 30, 1);
        PrecisionRecall just =
                PrecisionRecall.of(List.of(frame(List.of(new FaceBox(10, 0, 40, 30, 0.9)), List.of(third))));
        PrecisionRecall less =
                PrecisionRecall.of(List.of(frame(List.of(new FaceBox(11, 0, 41, 30, 0.9)), List.of(third))));
        assertThat(just.recallAt(0).hits()).isEqualTo(1);
        assertThat(less.recallAt(0).hits()).isZero();
    }

    @Test
    void aBoxOnAnIgnoredOneCountsNeitherWay() {
        PrecisionRecall boxes = PrecisionRecall.of(
                List.of(frame(List.of(at(0, 0.9), at(54, 0.95)), List.of(at(0, 1)), List.of(at(50, 0.5)))));
        assertThat(boxes.precisionAt(0)).isEqualTo(Proportion.of(1, 1));
        assertThat(boxes.averagePrecision()).isEqualTo(1);
    }

    @Test
    void theSurerBoxChoosesFirst() {
        // Both boxes overlap the face; the better score gets it, whatever the order in which they come.
        PrecisionRecall boxes = PrecisionRecall.of(List.of(frame(List.of(at(0, 0.4), at(2, 0.9)), List.of(at(0, 1)))));
        assertThat(boxes.recallAt(0.9).hits()).isEqualTo(1);
    }

    @Test
    void withoutFacesThereIsNothingToMeasure() {
        PrecisionRecall boxes = PrecisionRecall.of(List.of(frame(List.of(at(0, 0.9)), List.of())));
        assertThat(boxes.averagePrecision()).isNull();
        assertThat(boxes.averagePrecisionWithInterval().value()).isNull();
        assertThat(boxes.recallAt(0.5).value()).isNull();
        assertThat(boxes.precisionAt(0.5)).isEqualTo(Proportion.of(0, 1));
        assertThat(boxes.curve()).isEmpty();
    }

    @Test
    void whereNothingIsFoundTheAreaIsZero() {
        assertThat(PrecisionRecall.of(List.of(frame(List.of(), List.of(at(0, 1)))))
                        .averagePrecision())
                .isZero();
    }

    @Test
    void theIntervalIsTheSameEachTime() {
        List<FrameBoxes> frames = List.of(
                frame(List.of(at(0, 0.9)), List.of(at(0, 1))),
                frame(List.of(at(0, 0.8)), List.of(at(40, 1))),
                frame(List.of(), List.of()));
        Estimate once = PrecisionRecall.of(frames).averagePrecisionWithInterval();
        assertThat(once).isEqualTo(PrecisionRecall.of(frames).averagePrecisionWithInterval());
        assertThat(once.value()).isEqualTo(0.5);
        assertThat(once.low()).isZero();
        assertThat(once.high()).isEqualTo(1);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theAreaIsBetweenZeroAndOne(@ForAll("someFrames") List<FrameBoxes> frames) {
        PrecisionRecall boxes = PrecisionRecall.of(frames);
        if (boxes.averagePrecision() != null) {
            assertThat(boxes.averagePrecision()).isBetween(0.0, 1.0);
            Estimate estimate = boxes.averagePrecisionWithInterval();
            assertThat(estimate.low()).isBetween(0.0, estimate.value());
            assertThat(estimate.high()).isBetween(estimate.value(), 1.0);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderDoesNotMatter(@ForAll("someFrames") List<FrameBoxes> frames, @ForAll Random random) {
        List<FrameBoxes> shuffled = new ArrayList<>();
        for (FrameBoxes frame : frames) {
            List<FaceBox> found = new ArrayList<>(frame.found());
            Collections.shuffle(found, random);
            shuffled.add(frame(found, frame.faces(), frame.ignored()));
        }
        Collections.shuffle(shuffled, random);
        PrecisionRecall boxes = PrecisionRecall.of(shuffled);
        assertThat(boxes.averagePrecision())
                .isEqualTo(PrecisionRecall.of(frames).averagePrecision());
        assertThat(boxes.curve()).isEqualTo(PrecisionRecall.of(frames).curve());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whoFindsAllFacesAndNothingElseIsPerfect(@ForAll("someFrames") List<FrameBoxes> frames) {
        List<FrameBoxes> perfect = frames.stream()
                .map(frame -> frame(frame.faces(), frame.faces(), frame.ignored()))
                .toList();
        assertThat(PrecisionRecall.of(perfect).averagePrecision()).isIn(1.0, null);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aLowerScoreFindsNoFewerFaces(@ForAll("someFrames") List<FrameBoxes> frames) {
        PrecisionRecall boxes = PrecisionRecall.of(frames);
        for (double score = 0.1; score < 1; score += 0.1) {
            assertThat(boxes.recallAt(score - 0.1).hits())
                    .isGreaterThanOrEqualTo(boxes.recallAt(score).hits());
        }
    }

    /** Found boxes around faces that stand apart, each box with a score of its own. */
    @Provide
    Arbitrary<List<FrameBoxes>> someFrames() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 5);
        Arbitrary<List<FaceBox>> faces =
                places.map(place -> at(30 * place, 1)).list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<FaceBox>> ignored = places.map(place -> at(30 * place + 180, 0.5))
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        Arbitrary<List<FaceBox>> found = Combinators.combine(
                        Arbitraries.integers().between(0, 330),
                        Arbitraries.integers().between(0, 1000))
                .as((x, score) -> at(x, score / 1000.0))
                .list()
                .uniqueElements(FaceBox::score)
                .ofMaxSize(6);
        return Combinators.combine(found, faces, ignored)
                .as((some, there, open) -> frame(some, there, open))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
