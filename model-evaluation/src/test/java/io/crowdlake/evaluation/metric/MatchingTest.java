package io.crowdlake.evaluation.metric;

import static io.crowdlake.evaluation.metric.Boxes.at;
import static io.crowdlake.evaluation.metric.Boxes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.face.FaceBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Boxes of 10 pixels: moved by 2 they overlap by 8 / 12 of their union, by 3 by 7 / 13, by 4 by 6 / 14. */
class MatchingTest {

    @Test
    void theSurestBoxTakesTheFaceThatItOverlapsMost() {
        Matching matching = Matching.of(frame(List.of(at(3, 0.8), at(2, 0.9)), List.of(at(0, 1), at(3, 1))));
        assertThat(matching.faceScores())
                .as("the other box is left with the other face")
                .containsExactly(0.8, 0.9);
        assertThat(matching.falseScores()).isEmpty();
    }

    @Test
    void aBoxWhoseFaceIsTakenIsFalseUnlessAnotherIsNearEnough() {
        Matching matching = Matching.of(frame(List.of(at(4, 0.8), at(2, 0.9)), List.of(at(0, 1), at(3, 1))));
        assertThat(matching.faceScores()).containsExactly(Matching.NOT_FOUND, 0.9);
        assertThat(matching.falseScores()).containsExactly(0.8);
    }

    @Test
    void anIgnoredBoxExcusesThoseThatOverlapItByThreeTenths() {
        // moved by 5: 5 / 15; moved by 6: 4 / 16
        Matching matching = Matching.of(frame(List.of(at(55, 0.9), at(56, 0.8)), List.of(), List.of(at(50, 0.5))));
        assertThat(matching.falseScores()).containsExactly(0.8);
    }

    @Test
    void anIgnoredBoxExcusesAnyNumberAndHidesNoFace() {
        Matching matching =
                Matching.of(frame(List.of(at(0, 0.9), at(1, 0.8), at(2, 0.7)), List.of(at(0, 1)), List.of(at(0, 0.5))));
        assertThat(matching.faceScores()).containsExactly(0.9);
        assertThat(matching.falseScores()).isEmpty();
    }

    @Test
    void aBoxOfAnotherSizeIsNotOnTheFace() {
        FaceBox face = new FaceBox(0, 0, 20, 20, 1);
        FaceBox half = new FaceBox(0, 0, 20, 10, 0.9);
        FaceBox less = new FaceBox(0, 0, 20, 9.9, 0.9);
        assertThat(Matching.of(frame(List.of(half), List.of(face))).faceScores())
                .containsExactly(0.9);
        assertThat(Matching.of(frame(List.of(less), List.of(face))).faceScores())
                .containsExactly(Matching.NOT_FOUND);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void withoutIgnoredBoxesEachBoxIsOnAFaceOrFalse(@ForAll("someFrame") FrameBoxes some) {
        Matching matching = Matching.of(frame(some.found(), some.faces()));
        List<Double> told = new ArrayList<>(matching.falseScores());
        Arrays.stream(matching.faceScores())
                .filter(score -> score != Matching.NOT_FOUND)
                .forEach(told::add);
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        some.found().stream().map(FaceBox::score).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ignoredBoxesOnlyExcuse(@ForAll("someFrame") FrameBoxes some) {
        Matching with = Matching.of(some);
        Matching without = Matching.of(frame(some.found(), some.faces()));
        assertThat(with.faceScores()).isEqualTo(without.faceScores());
        assertThat(without.falseScores()).containsAll(with.falseScores());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aFaceHasTheScoreOfABoxOnIt(@ForAll("someFrame") FrameBoxes some) {
        double[] scores = Matching.of(some).faceScores();
        for (int i = 0; i < scores.length; i++) {
            FaceBox face = some.faces().get(i);
            // The faces stand apart, so that the surest box on each is the one that chose it.
            double surest = some.found().stream()
                    .filter(box -> box.overlap(face) >= 0.5)
                    .mapToDouble(FaceBox::score)
                    .max()
                    .orElse(Matching.NOT_FOUND);
            assertThat(scores[i]).isEqualTo(surest);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void falseBoxesComeFromTheHighestScoreDown(@ForAll("someFrame") FrameBoxes some) {
        assertThat(Matching.of(some).falseScores()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Provide
    Arbitrary<FrameBoxes> someFrame() {
        return Boxes.frame();
    }
}
