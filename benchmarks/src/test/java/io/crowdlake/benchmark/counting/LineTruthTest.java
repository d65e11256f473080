package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTruthTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final WindowGrid GRID = new WindowGrid(Duration.ofSeconds(10), Duration.ZERO);

    @Test
    void whoeverIsClearlyOnTheOtherSideHasCrossed() {
        Recording recording = OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.49, 0.51, 0.48, 0.6, 0.7, 0.3);

        assertThat(truth(recording)).isEqualTo(Map.of(START, new Crossings(1, 1)));
    }

    @Test
    void whoComesBackOnTheOtherSideHasNotCrossed() {
        assertThat(truth(OnePerson.recording(
                        List.of(OnePerson.stay(0, 1), OnePerson.stay(3, 60)), 0.9, 0.9, -1, 0.1, 0.1)))
                .isEmpty();
    }

    @Test
    void whoCannotBeSeenMeanwhileHasCrossedAllTheSame() {
        assertThat(truth(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, -1, -1, -1, 0.8)))
                .containsEntry(START, new Crossings(1, 0));
    }

    @Test
    void whoIsLastSeenCloseToTheLineIsOnThatSide() {
        assertThat(truth(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.49, 0.51, -1)))
                .containsEntry(START, new Crossings(1, 0));
        assertThat(truth(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.51, 0.49, -1)))
                .isEmpty();
    }

    @Test
    void whoIsFirstSeenCloseToTheLineHasComeFromThatSide() {
        assertThat(truth(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.496, 0.8)))
                .containsEntry(START, new Crossings(1, 0));
        assertThat(truth(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.504, 0.8)))
                .isEmpty();
    }

    @Test
    void facesThatAreNotClearEnoughDoNotCount() {
        Recording recording =
                OnePerson.withClarity(0.5, 1, OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.8));

        assertThat(truth(recording)).isEmpty();
        assertThat(new LineTruth(0.5, 0.5).of(recording, START, GRID)).containsEntry(START, new Crossings(1, 0));
    }

    private static Map<Instant, Crossings> truth(Recording recording) {
        return new LineTruth(0.5, 0.6).of(recording, START, GRID);
    }
}
