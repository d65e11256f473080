package io.crowdlake.evaluation.metric;

import static io.crowdlake.evaluation.metric.Boxes.frame;
import static io.crowdlake.evaluation.metric.Boxes.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.face.FaceBox;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceSizesTest {

    @ParameterizedTest
    @CsvSource({"13.9,<14", "14,14-20", "19.9,14-20", "40,40-80", "319,160-320", "320,320+", "2000,320+"})
    void groupsByTheLongerSide(double side, String group) {
        FaceBox tall = new FaceBox(0, 0, side / 2, side, 1);
        List<FaceSizes.Group> groups = FaceSizes.recall(List.of(frame(List.of(), List.of(tall))), 0.5);
        assertThat(groups).hasSize(7);
        assertThat(groups.stream().filter(one -> one.recall().of() == 1))
                .singleElement()
                .satisfies(one -> assertThat(one.label()).isEqualTo(group));
    }

    @Test
    void countsOnlyBoxesFromTheScoreUp() {
        FaceBox face = square(50);
        FaceBox sure = new FaceBox(0, 0, 50, 50, 0.5);
        FaceBox unsure = new FaceBox(0, 0, 50, 50, 0.49);
        List<FaceSizes.Group> groups = FaceSizes.recall(
                List.of(frame(List.of(sure), List.of(face)), frame(List.of(unsure), List.of(face))), 0.5);
        assertThat(groups.get(3).recall()).isEqualTo(Proportion.of(1, 2));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theGroupsTogetherAreAllFaces(@ForAll("someFrames") List<FrameBoxes> frames) {
        List<Proportion> groups = FaceSizes.recall(frames, 0.3).stream()
                .map(FaceSizes.Group::recall)
                .toList();
        Proportion all = PrecisionRecall.of(frames).recallAt(0.3);
        assertThat(groups.stream().mapToLong(Proportion::of).sum()).isEqualTo(all.of());
        assertThat(groups.stream().mapToLong(Proportion::hits).sum()).isEqualTo(all.hits());
    }

    @Test
    void theGroupsFollowEachOther() {
        List<FaceSizes.Group> groups = FaceSizes.recall(List.of(), 0.5);
        assertThat(groups.get(0).from()).isZero();
        for (int i = 1; i < groups.size(); i++) {
            assertThat(groups.get(i - 1).below()).isEqualTo(groups.get(i).from());
        }
        assertThat(groups.get(6).below()).isNull();
        assertThat(groups)
                .allSatisfy(group ->
                        assertThat(group.recall().value()).as(group.label()).isNull());
    }

    @Provide
    Arbitrary<List<FrameBoxes>> someFrames() {
        return Boxes.frames();
    }
}
