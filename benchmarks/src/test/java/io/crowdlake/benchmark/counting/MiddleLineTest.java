package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MiddleLineTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final WindowGrid GRID = new WindowGrid(Duration.ofSeconds(10), Duration.ZERO);

    private final MiddleLine line = new MiddleLine(GRID);

    @Test
    void whoeverIsClearlyOnTheOtherSideHasCrossed() {
        Recording recording = recording(List.of(person(0, 60)), 0.2, 0.49, 0.51, 0.48, 0.6, 0.7, 0.3);

        assertThat(line.truth(recording, START)).isEqualTo(Map.of(START, new LineCount("middle", 1, 1)));
    }

    @Test
    void whoComesBackOnTheOtherSideHasNotCrossed() {
        assertThat(line.truth(recording(List.of(person(0, 1), person(3, 60)), 0.9, 0.9, -1, 0.1, 0.1), START))
                .isEmpty();
    }

    @Test
    void whoCannotBeSeenMeanwhileHasCrossedAllTheSame() {
        assertThat(line.truth(recording(List.of(person(0, 60)), 0.2, -1, -1, -1, 0.8), START))
                .containsEntry(START, new LineCount("middle", 1, 0));
    }

    @Test
    void whoIsLastSeenCloseToTheLineIsOnThatSide() {
        assertThat(line.truth(recording(List.of(person(0, 60)), 0.2, 0.49, 0.51, -1), START))
                .containsEntry(START, new LineCount("middle", 1, 0));
        assertThat(line.truth(recording(List.of(person(0, 60)), 0.2, 0.51, 0.49, -1), START))
                .isEmpty();
    }

    @Test
    void theErrorIsAShareOfTheCrossings() {
        Recording recording = recording(List.of(person(0, 60)), 0.2, 0.8, 0.2, 0.8);

        line.add(recording, List.of(window(new LineCount("middle", 2, 0))), START);

        assertThat(line.error()).as("one of three was missed").isCloseTo(1.0 / 3, within(1e-9));
    }

    /** A face at the given places across, a second each; none where that is negative. */
    private static Recording recording(List<PersonTruth> stays, double... across) {
        List<RecordedFrame> frames = new ArrayList<>();
        for (int second = 0; second < across.length; second++) {
            List<FaceTruth> faces = across[second] < 0
                    ? List.of()
                    : List.of(new FaceTruth("a", new BoundingBox(across[second] - 0.05, 0.4, 0.1, 0.1), 1));
            frames.add(new RecordedFrame(new FrameTruth(second, Duration.ofSeconds(second), faces, 1), null));
        }
        return new Recording(Situation.SPARSE, 1, frames, stays);
    }

    private static PersonTruth person(int entered, int left) {
        return new PersonTruth(
                "a", 30, Gender.FEMALE, Emotion.NEUTRAL, Duration.ofSeconds(entered), Duration.ofSeconds(left));
    }

    private static CrowdDemographics window(LineCount count) {
        Instant end = START.plusSeconds(10);
        return new CrowdDemographics(
                "camera",
                START,
                end,
                1,
                true,
                1,
                1,
                1,
                1,
                0,
                0,
                1,
                1,
                null,
                null,
                null,
                null,
                null,
                "m",
                end,
                List.of(count),
                null);
    }
}
