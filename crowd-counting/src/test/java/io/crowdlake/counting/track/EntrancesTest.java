package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntrancesTest {

    private static final TrackerParameters PARAMETERS = TrackerParameters.ofVisitGap(Duration.ofSeconds(10));

    private final Entrances fast = new Entrances(PARAMETERS, Duration.ofMillis(200), List.of());
    private final Entrances slow = new Entrances(PARAMETERS, Duration.ofSeconds(1), List.of());

    @Test
    void peopleComeInOverTheEdge() {
        assertThat(fast.surprise(at(0))).isLessThan(fast.surprise(at(0.1))).isLessThan(fast.surprise(at(0.5)));
        assertThat(fast.surprise(at(0.95))).isEqualTo(fast.surprise(at(0)));
        assertThat(fast.surprise(at(0.5))).isLessThanOrEqualTo(PARAMETERS.insideSurprise());
    }

    @Test
    void betweenTwoFramesOfASlowCameraTheyWalkFarther() {
        assertThat(slow.surprise(at(0.1))).isLessThan(fast.surprise(at(0.1)));
    }

    @Test
    void whoAppearsFarFromTheEdgeHasNotComeOverIt() {
        assertThat(fast.inside(at(0.02))).isFalse();
        assertThat(fast.inside(at(0.5))).isTrue();
        assertThat(slow.inside(at(0.2)))
                .as("within a second they walk several steps")
                .isFalse();
    }

    private static BoundingBox at(double left) {
        return new BoundingBox(left, 0.4, 0.05, 0.1);
    }
}
