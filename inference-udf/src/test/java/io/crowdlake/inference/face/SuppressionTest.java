package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void ofTwoBoxesOnOneFaceTheBetterStays() {
        FaceBox good = new FaceBox(10, 10, 50, 50, 0.9);
        FaceBox doubled = new FaceBox(12, 11, 52, 51, 0.8);
        FaceBox neighbour = new FaceBox(60, 10, 100, 50, 0.5);

        assertThat(Suppression.apply(List.of(doubled, neighbour, good), 0.45)).containsExactly(good, neighbour);
    }

    @Test
    void aBoxThatIsSuppressedSuppressesNothing() {
        FaceBox best = new FaceBox(0, 0, 40, 40, 0.9);
        FaceBox between = new FaceBox(12, 0, 52, 40, 0.8);
        FaceBox far = new FaceBox(24, 0, 64, 40, 0.7);

        assertThat(Suppression.apply(List.of(best, between, far), 0.45)).containsExactly(best, far);
    }

    @Test
    void nothingIsKeptOfNothing() {
        assertThat(Suppression.apply(List.of(), 0.45)).isEmpty();
    }

    @Property(tries = 300)
    void whatStaysIsApartAndWhatGoesHasABetterOneNear(
            @ForAll("boxes") List<FaceBox> boxes, @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
        List<FaceBox> kept = Suppression.apply(boxes, threshold);

        assertThat(boxes).containsAll(kept);
        for (FaceBox one : kept) {
            assertThat(kept.stream().filter(other -> other.overlap(one) > threshold && !other.equals(one)))
                    .isEmpty();
        }
        for (FaceBox gone : boxes) {
            assertThat(kept.contains(gone)
                            || kept.stream()
                                    .anyMatch(better ->
                                            better.score() >= gone.score() && better.overlap(gone) > threshold))
                    .as("%s of %s", gone, boxes)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void theOrderOfTheInputDoesNotMatterAndASecondTimeChangesNothing(
            @ForAll("boxes") List<FaceBox> boxes, @ForAll Random random) {
        List<FaceBox> kept = Suppression.apply(boxes, 0.45);
        List<FaceBox> shuffled = new ArrayList<>(boxes);
        Collections.shuffle(shuffled, random);

        assertThat(Suppression.apply(shuffled, 0.45)).isEqualTo(kept);
        assertThat(Suppression.apply(kept, 0.45)).isEqualTo(kept);
    }

    @Property(tries = 300)
    void overlapIsAFractionTheSameBothWaysAndWholeForOneself(@ForAll("boxes") List<FaceBox> boxes) {
        for (FaceBox one : boxes) {
            assertThat(one.overlap(one)).isEqualTo(1);
            for (FaceBox other : boxes) {
                assertThat(one.overlap(other)).isBetween(0.0, 1.0).isEqualTo(other.overlap(one));
            }
        }
    }

    /** Boxes on a small grid, so that many overlap; all scores differ. */
    @Provide
    Arbitrary<List<FaceBox>> boxes() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 40);
        return Combinators.combine(places, places, sides, sides)
                .as((x, y, width, height) -> new FaceBox(x, y, x + width, y + height, 0))
                .list()
                .ofMaxSize(25)
                .map(boxes -> {
                    List<FaceBox> scored = new ArrayList<>();
                    for (FaceBox box : boxes) {
                        double score = (double) (scored.size() * 7 % 26 + 1) / 27;
                        scored.add(new FaceBox(box.left(), box.top(), box.right(), box.bottom(), score));
                    }
                    return scored;
                });
    }
}
