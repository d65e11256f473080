package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody who stands there is hidden, shows up for a moment, in which they are misread, is hidden again and is back. */
class ReunionTest {

    private static final int FRAMES_PER_SECOND = 10;
    private static final double GLIMPSE = 9;

    @Test
    void aMomentInSightBetweenTwoOutOfItMakesNoSecondVisit() {
        List<Visit> visits = visits(Set.of());

        assertThat(visits).singleElement().satisfies(visit -> assertThat(visit.dwell())
                .isEqualTo(Duration.ofMillis(15_900)));
    }

    @Test
    void whoIsThereAtTheSameTimeIsSomebodyElse() {
        assertThat(visits(Set.of(GLIMPSE, 9.1, 9.2, 9.3))).hasSize(2);
    }

    /** @param company seconds in which somebody alike is seen beside the person, who is in sight all the time from 9 s on then */
    private static List<Visit> visits(Set<Double> company) {
        CameraTracker tracker = new CameraTracker(TrackerParameters.ofVisitGap(Duration.ofSeconds(20)));
        TrackerState state = TrackerState.EMPTY;
        List<Visit> closed = new ArrayList<>();
        for (int number = 0; number < 16 * FRAMES_PER_SECOND; number++) {
            double seconds = number / (double) FRAMES_PER_SECOND;
            boolean seen =
                    seconds < 6 || seconds == GLIMPSE || seconds >= 10.1 || !company.isEmpty() && seconds > GLIMPSE;
            List<DetectedFace> faces = new ArrayList<>();
            if (seen) {
                faces.add(face(0.5, 0.5, 0.95, seconds == GLIMPSE ? man(30) : woman(30)));
            }
            if (company.contains(seconds)) {
                faces.add(face(0.56, 0.5));
            }
            FrameAnalysis frame = frame(number, at(seconds), faces.toArray(DetectedFace[]::new));
            TrackStep step = tracker.advance(state, frame);
            state = step.state();
            closed.addAll(step.closed());
        }
        closed.addAll(tracker.silence(state, "camera-1", at(15.9)).closed());
        return closed;
    }
}
