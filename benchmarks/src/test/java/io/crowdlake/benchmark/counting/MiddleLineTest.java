package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiddleLineTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final WindowGrid GRID = new WindowGrid(Duration.ofSeconds(10), Duration.ZERO);

    private final MiddleLine line = new MiddleLine(GRID);

    @Test
    void theErrorIsAShareOfTheCrossings() {
        Recording recording = OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.8, 0.2, 0.8);

        line.add(recording, List.of(window(new LineCount("middle", 2, 0))), START);

        assertThat(line.error()).as("one of three was missed").isCloseTo(1.0 / 3, within(1e-9));
        assertThat(line.strictError()).isEqualTo(line.error());
    }

    @Test
    void whoWasHardlyToBeSeenMayBeCountedOrNot() {
        Recording wentBackHidden =
                OnePerson.withClarity(0.3, 2, OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.8, 0.2));
        MiddleLine strictly = new MiddleLine(GRID);

        line.add(wentBackHidden, List.of(window(new LineCount("middle", 1, 1))), START);
        strictly.add(wentBackHidden, List.of(window(new LineCount("middle", 1, 0))), START);

        assertThat(line.error()).isZero();
        assertThat(line.strictError())
                .as("one was counted whose face was not clear")
                .isEqualTo(1);
        assertThat(strictly.error()).isZero();
        assertThat(strictly.strictError()).isZero();
    }

    @Test
    void whoNeverWentOverIsAnErrorAllTheSame() {
        Recording wentBackHidden =
                OnePerson.withClarity(0.3, 2, OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.8, 0.2));

        line.add(wentBackHidden, List.of(window(new LineCount("middle", 3, 2))), START);

        assertThat(line.error()).as("two in and one out too many, of one").isEqualTo(3);
        assertThat(line.strictError()).isEqualTo(4);
    }

    @Test
    void aWindowInWhichNobodyWasCountedCountsAsWell() {
        line.add(OnePerson.recording(List.of(OnePerson.stay(0, 60)), 0.2, 0.8), List.of(), START);

        assertThat(line.error()).isEqualTo(1);
        assertThat(line.strictError()).isEqualTo(1);
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
