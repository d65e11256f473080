package io.crowdlake.inference.flink;

import static io.crowdlake.inference.Frames.scripted;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.BREAK_DOWN;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.FAIL;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.FAIL_THEN_WAIT;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.REFUSE;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.SUCCEED;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DeadLetterReason;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function inside of Flink's operator, with a clock that the test moves and an input that does not end. */
class AnalyzeOperatorTest {

    @BeforeEach
    void reset() {
        ScriptedAnalyzerFactory.reset();
    }

    @Test
    void aFailingAnalyzerIsTriedAgainAndThenGivenUp() throws Exception {
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, FAIL), scripted(2, FAIL + " 2"), scripted(3, FAIL + " 3"), scripted(4, SUCCEED));
            List<AnalysisOutcome> outcomes = stage.await(4);

            assertThat(ScriptedAnalyzerFactory.TRIES)
                    .containsEntry(1L, 3)
                    .containsEntry(2L, 3)
                    .containsEntry(3L, 3)
                    .containsEntry(4L, 1);
            assertThat(reason(outcomes, 1)).isEqualTo(DeadLetterReason.ANALYSIS_FAILED);
            assertThat(reason(outcomes, 2)).isNull();
            assertThat(reason(outcomes, 3)).isEqualTo(DeadLetterReason.ANALYSIS_FAILED);
            assertThat(reason(outcomes, 4)).isNull();
        }
    }

    @Test
    void theTimeoutCountsFromTheFirstAttemptToTheLast() throws Exception {
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, FAIL_THEN_WAIT));
            stage.takeOneMail();
            stage.passTime(AnalyzeStage.TIMEOUT.minusMillis(1));
            assertThat(stage.outcomes()).isEmpty();
            stage.passTime(Duration.ofMillis(2));

            assertThat(reason(stage.await(1), 1)).isEqualTo(DeadLetterReason.ANALYSIS_TIMEOUT);
            ScriptedAnalyzerFactory.gate.countDown();
        }
    }

    @Test
    void aFrameThatHangsAndThoseBehindItTimeOutOnceAndTheStageGoesOn() throws Exception {
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, WAIT), scripted(2, SUCCEED), scripted(3, SUCCEED));
            stage.passTime(AnalyzeStage.TIMEOUT.plusMillis(1));
            stage.await(3);
            ScriptedAnalyzerFactory.gate.countDown();
            stage.send(scripted(4, SUCCEED));

            List<AnalysisOutcome> outcomes = stage.await(4);

            assertThat(outcomes).hasSize(4);
            for (int sequence = 1; sequence <= 3; sequence++) {
                assertThat(reason(outcomes, sequence)).isEqualTo(DeadLetterReason.ANALYSIS_TIMEOUT);
            }
            assertThat(outcomes.get(0).deadLetter().detail()).contains("10000 ms", "analyze.timeout");
            assertThat(reason(outcomes, 4)).isNull();
            assertThat(ScriptedAnalyzerFactory.TRIES)
                    .as("a frame that timed out in the queue is not analysed")
                    .doesNotContainKeys(2L, 3L);
            assertThat(stage.counter("reason.ANALYSIS_TIMEOUT.deadLetters")).isEqualTo(3);
        }
    }

    @Test
    void framesInFlightAreInTheCheckpointAndAreAnalysedAfterARecovery() throws Exception {
        OperatorSubtaskState checkpoint;
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, WAIT), scripted(2, SUCCEED));
            checkpoint = stage.snapshot();
            ScriptedAnalyzerFactory.gate.countDown();
        }

        try (AnalyzeStage recovered = new AnalyzeStage(checkpoint)) {
            List<AnalysisOutcome> outcomes = recovered.await(2);

            assertThat(outcomes)
                    .extracting(outcome -> outcome.analysis().sequence())
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void anErrorOfTheMachineFailsTheTaskAndMakesNoDeadLetter() throws Exception {
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, BREAK_DOWN));

            assertThat(stage.awaitFailure()).hasStackTraceContaining("told to break down");
            assertThat(stage.outcomes()).isEmpty();
        }
    }

    @Test
    void everyOutcomeIsCounted() throws Exception {
        try (AnalyzeStage stage = new AnalyzeStage()) {
            stage.send(scripted(1, SUCCEED), scripted(2, SUCCEED), scripted(3, REFUSE), scripted(4, FAIL));
            stage.await(4);

            assertThat(stage.counter("frames")).isEqualTo(2);
            assertThat(stage.counter("faces")).isZero();
            assertThat(stage.counter("failedAttempts")).isEqualTo(3);
            assertThat(stage.counter("reason.IMAGE_INVALID.deadLetters")).isEqualTo(1);
            assertThat(stage.counter("reason.ANALYSIS_FAILED.deadLetters")).isEqualTo(1);
        }
    }

    private static DeadLetterReason reason(List<AnalysisOutcome> outcomes, long sequence) {
        for (AnalysisOutcome outcome : outcomes) {
            if (outcome.deadLetter() != null && outcome.deadLetter().origin().offset() == 100 + sequence) {
                return outcome.deadLetter().reason();
            }
            if (outcome.analysis() != null && outcome.analysis().sequence() == sequence) {
                return null;
            }
        }
        throw new AssertionError("frame " + sequence + " has no outcome: " + outcomes);
    }
}
