package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(Duration.ofSeconds(20));
    private static final BoundingBox DOOR = new BoundingBox(0.7, 0.38, 0.03, 0.04);
    private static final BoundingBox ELSEWHERE = new BoundingBox(0.4, 0.38, 0.03, 0.04);
    private static final BoundingBox NEARER = new BoundingBox(0.7, 0.38, 0.06, 0.08);

    @Test
    void whereSomePeopleCameInOthersAreExpected() {
        View view = View.UNKNOWN.entered(Collections.nCopies(5, DOOR));

        assertThat(surprise(view, DOOR)).isLessThan(surprise(View.UNKNOWN, DOOR) - 3);
        assertThat(surprise(view, ELSEWHERE)).isGreaterThan(surprise(View.UNKNOWN, ELSEWHERE) - 0.1);
        assertThat(surprise(view, NEARER)).as("nobody begins half way").isGreaterThan(surprise(view, DOOR) + 2);
    }

    @Test
    void oneNewcomerIsNoDoor() {
        View once = View.UNKNOWN.entered(List.of(DOOR));
        View often = View.UNKNOWN.entered(Collections.nCopies(8, DOOR));

        assertThat(surprise(often, DOOR)).isLessThan(surprise(once, DOOR) - 1);
    }

    @Test
    void onlyTheLastFewAreKept() {
        View view = View.UNKNOWN.entered(Collections.nCopies(9, DOOR)).entered(Collections.nCopies(16, ELSEWHERE));

        assertThat(view.doors()).hasSize(16).doesNotContain(DOOR);
        assertThat(view.entered(List.of())).isSameAs(view);
    }

    private static double surprise(View view, BoundingBox face) {
        return new Entrances(PARAMETERS, Duration.ofMillis(200), view.doors()).surprise(face);
    }
}
