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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theAreaIsTheMeanOfTheBestPrecisionsByDefinition(@ForAll("someFrames") List<FrameBoxes> frames) {
        List<Double> scores = frames.stream()
                .flatMap(frame -> frame.found().stream())
                .map(FaceBox::score)
                .toList();
        int faces = frames.stream().mapToInt(frame -> frame.faces().size()).sum();
        Assume.that(faces > 0 && scores.stream().distinct().count() == scores.size());
        PrecisionRecall boxes = PrecisionRecall.of(frames);
        double sum = 0;
        for (int found = 1; found <= faces; found++) {
            double recall = (double) found / faces;
            sum += boxes.curve().stream()
                    .filter(point -> point.recall() > recall - 1e-9)
                    .mapToDouble(PrecisionRecall.Point::precision)
                    .max()
                    .orElse(0);
        }
        assertThat(boxes.averagePrecision()).isCloseTo(sum / faces, within(1e-9));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void thatEachFrameIsThereTwiceChangesNothing(@ForAll("someFrames") List<FrameBoxes> frames) {
        List<FrameBoxes> twice = new ArrayList<>(frames);
        twice.addAll(frames);
        PrecisionRecall once = PrecisionRecall.of(frames);
        Assume.that(once.averagePrecision() != null);
        assertThat(PrecisionRecall.of(twice).averagePrecision()).isCloseTo(once.averagePrecision(), within(1e-9));
        assertThat(PrecisionRecall.of(twice).recallAt(0.5).value())
                .isCloseTo(once.recallAt(0.5).value(), within(1e-9));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aFalseBoxBelowAllOthersCostsPrecisionOnlyAndOneAboveThemCostsArea(
            @ForAll("someFrames") List<FrameBoxes> frames) {
        PrecisionRecall before = PrecisionRecall.of(frames);
        Assume.that(before.averagePrecision() != null && before.averagePrecision() > 0);
        PrecisionRecall below = PrecisionRecall.of(with(frames, at(1000, -0.5)));
        PrecisionRecall above = PrecisionRecall.of(with(frames, at(1000, 1.5)));
        assertThat(below.averagePrecision()).isEqualTo(before.averagePrecision());
        assertThat(below.precisionAt(-1).of()).isEqualTo(before.precisionAt(-1).of() + 1);
        assertThat(above.averagePrecision()).isLessThan(before.averagePrecision());
        assertThat(above.recallAt(0)).isEqualTo(before.recallAt(0));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void eachPointOfTheCurveIsWhatThatThresholdBrings(@ForAll("someFrames") List<FrameBoxes> frames) {
        PrecisionRecall boxes = PrecisionRecall.of(frames);
        double lastScore = 2;
        double lastRecall = 0;
        for (PrecisionRecall.Point point : boxes.curve()) {
            assertThat(point.score()).isLessThan(lastScore);
            assertThat(point.recall()).isGreaterThanOrEqualTo(lastRecall);
            assertThat(point.precision())
                    .isEqualTo(boxes.precisionAt(point.score()).value());
            assertThat(point.recall()).isEqualTo(boxes.recallAt(point.score()).value());
            lastScore = point.score();
            lastRecall = point.recall();
        }
    }

    private static List<FrameBoxes> with(List<FrameBoxes> frames, FaceBox box) {
        List<FrameBoxes> more = new ArrayList<>(frames);
        more.add(frame(List.of(box), List.of()));
        return more;
    }

    @Provide
    Arbitrary<List<FrameBoxes>> someFrames() {
        return Boxes.frames();
    }
}
