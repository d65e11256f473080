package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverTest {

    private static final BoundingBox PLACE = new BoundingBox(0.5, 0.4, 0.05, 0.1);

    @Test
    void whoIsNearerAndInLineHidesWhoStandsBehind() {
        assertThat(hidden(new BoundingBox(0.48, 0.3, 0.1, 0.2)))
                .as("by the head")
                .isTrue();
        assertThat(hidden(new BoundingBox(0.38, 0.1, 0.1, 0.2)))
                .as("by a shoulder")
                .isTrue();
    }

    @Test
    void whoIsBesideOrBehindOrLowerHidesNobody() {
        assertThat(hidden(new BoundingBox(0.2, 0.3, 0.1, 0.2))).as("beside").isFalse();
        assertThat(hidden(new BoundingBox(0.5, 0.4, 0.04, 0.08)))
                .as("farther away")
                .isFalse();
        assertThat(hidden(new BoundingBox(0.48, 0.6, 0.1, 0.2))).as("a child").isFalse();
        assertThat(Cover.hides(List.of(), PLACE)).isFalse();
    }

    private static boolean hidden(BoundingBox face) {
        return Cover.hides(List.of(new DetectedFace(face, 0.9, FaceAttributes.UNKNOWN)), PLACE);
    }
}
