package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.benchmark.FakeTime;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.face.FaceBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final List<DrawnFrame> FRAMES = List.of(
            new DrawnFrame(new byte[] {1}, List.of()),
            new DrawnFrame(new byte[] {2}, List.of(new FaceBox(0, 0, 9, 9, 1))));

    private final FakeTime time = new FakeTime();
    private final ScriptedContender fast = new ScriptedContender("fast", time, 1);
    private final ScriptedContender slow = new ScriptedContender("slow", time, 5);

    @Test
    void everyContenderHasATurnInEveryRound() throws AnalysisException {
        Map<String, List<Turn>> turns = new Rounds(3, 1, time).run(List.of(fast, slow), FRAMES);

        assertThat(turns.keySet()).containsExactly("fast", "slow");
        assertThat(turns.values()).allSatisfy(each -> assertThat(each).hasSize(3));
    }

    @Test
    void aTurnLastsAsLongAsItShouldAndEndsWithTheLastFrame() throws AnalysisException {
        // A frame takes the fast one 4 ms of the processor: 100 ms are 25 frames, and an odd one is not left over.
        Turn turn = new Rounds(1, 100_000_000, time)
                .run(List.of(fast), FRAMES)
                .get("fast")
                .get(0);

        assertThat(turn.frames()).isEqualTo(26);
        assertThat(turn.found()).isEqualTo(13);
    }

    @Test
    void figuresAreThoseOfTheProcessorsTime() throws AnalysisException {
        Turn turn =
                new Rounds(1, 1, time).run(List.of(slow), FRAMES).get("slow").get(0);

        assertThat(turn.framesPerSecond()).isEqualTo(1000.0 / 20);
        assertThat(turn.wallFramesPerSecond()).isEqualTo(1000.0 / 40);
        assertThat(turn.millis(Stage.DETECT)).isEqualTo(5);
        assertThat(turn.networkSeconds()).isEqualTo(0.010);
    }

    @Test
    void theWarmUpDoesNotCount() throws AnalysisException {
        int counted = new Rounds(2, 1, time)
                .run(List.of(fast), FRAMES).get("fast").stream()
                        .mapToInt(Turn::frames)
                        .sum();

        assertThat(fast.analyzed.size()).isGreaterThan(counted);
    }
}
