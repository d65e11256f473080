package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.benchmark.FakeTime;
import io.crowdlake.benchmark.StageClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceRowTest {

    private static final FrameKind KIND = FrameKind.HEADLINE;

    @Test
    void theRatioIsTakenRoundByRound() {
        // In the second round the machine was half as fast for both; the ratio does not notice.
        List<Turn> ours = List.of(turn(10), turn(20), turn(10));
        List<Turn> baseline = List.of(turn(30), turn(60), turn(30));

        InferenceRow row = InferenceRow.of(KIND, "int8", ours, null, baseline);

        assertThat(row.ratio().median()).isCloseTo(3, within(1e-9));
        assertThat(row.ratio().deviation()).isCloseTo(0, within(1e-9));
    }

    @Test
    void withoutABaselineThereIsNoRatio() {
        assertThat(InferenceRow.of(KIND, "int8", List.of(turn(10)), null, null).ratio())
                .isNull();
    }

    @Test
    void stagesAreMediansInMilliseconds() {
        InferenceRow row = InferenceRow.of(KIND, "fp32", List.of(turn(1), turn(9), turn(4)), null, null);

        assertThat(row.millis()).isEqualTo(new InferenceRow.StageMillis(4, 4, 4, 4));
        assertThat(row.framesPerSecond().median()).isEqualTo(1000.0 / 16);
        assertThat(row.facesFound()).isEqualTo(3);
    }

    @Test
    void theShareOfThePeakCountsTheNetworksAlone() {
        // Detect and attributes take 10 ms each; at its peak the core would need 5 ms for both.
        InferenceRow row = InferenceRow.of(KIND, "int8", List.of(turn(10)), 0.005, null);

        assertThat(row.shareOfPeak()).isCloseTo(0.25, within(1e-9));
    }

    /** One frame of which each stage took so many milliseconds, with three faces. */
    private static Turn turn(long millis) {
        FakeTime time = new FakeTime();
        StageClock<Stage> clock = new StageClock<>(Stage.class, time);
        clock.start();
        for (Stage stage : Stage.values()) {
            time.pass(millis, 0);
            clock.end(stage);
        }
        return new Turn(1, 3, clock);
    }
}
