package io.crowdlake.inference.flink;

import static io.crowdlake.inference.Frames.scripted;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.REFUSE;
import static io.crowdlake.inference.flink.ScriptedAnalyzerFactory.SUCCEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.Origin;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Frames;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.TinyBundle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnalyzeFunctionTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    /** Long enough that no frame reaches it. */
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private static final AnalyzeSettings SETTINGS = new AnalyzeSettings(4, PATIENT, 3, TinyBundle.settings());

    @BeforeEach
    void reset() {
        ScriptedAnalyzerFactory.reset();
    }

    @Test
    void framesBecomeAnalyses() throws Exception {
        List<AnalysisOutcome> outcomes = run(
                SETTINGS,
                Frames.jpeg(1, Pictures.oneFace()),
                Frames.jpeg(2, Pictures.jpeg(Pictures.black(64, 48))),
                scripted(3, SUCCEED));

        assertThat(outcomes).allMatch(outcome -> outcome.deadLetter() == null);
        assertThat(outcomes)
                .extracting(
                        outcome -> outcome.analysis().sequence(),
                        outcome -> outcome.analysis().modelVersion(),
                        outcome -> outcome.analysis().faces().size())
                .containsExactlyInAnyOrder(
                        tuple(1L, "tiny 1.0", 1), tuple(2L, "tiny 1.0", 0), tuple(3L, "scripted 1", 0));
    }

    @Test
    void manyFramesPassThroughASmallQueueOnceEach() throws Exception {
        CameraFrame[] frames =
                LongStream.range(0, 500).mapToObj(i -> scripted(i, SUCCEED)).toArray(CameraFrame[]::new);

        List<AnalysisOutcome> outcomes = run(new AnalyzeSettings(2, PATIENT, 3, TinyBundle.settings()), frames);

        assertThat(outcomes)
                .extracting(outcome -> outcome.analysis().sequence())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 500).boxed().toList());
    }

    @Test
    void whatCannotBeAnalysedBecomesADeadLetterAndTheRestGoesOn() throws Exception {
        List<AnalysisOutcome> outcomes = run(
                SETTINGS,
                Frames.jpeg(1, "text".getBytes(StandardCharsets.UTF_8)),
                Frames.jpeg(2, new byte[0]),
                Frames.frame(3, "licence-plates", "image/jpeg", Pictures.oneFace()),
                Frames.frame(4, "camframe-analysis", "image/png", Pictures.oneFace()),
                scripted(5, REFUSE),
                Frames.jpeg(6, Pictures.oneFace()));

        assertThat(outcomes).hasSize(6);
        assertThat(deadLetter(outcomes, 1).reason()).isEqualTo(DeadLetterReason.IMAGE_INVALID);
        assertThat(deadLetter(outcomes, 2).reason()).isEqualTo(DeadLetterReason.BODY_EMPTY);
        assertThat(deadLetter(outcomes, 3).reason()).isEqualTo(DeadLetterReason.COGNITIVE_TYPE_UNKNOWN);
        assertThat(deadLetter(outcomes, 4).reason()).isEqualTo(DeadLetterReason.CONTENT_TYPE_UNSUPPORTED);
        assertThat(deadLetter(outcomes, 5).reason()).isEqualTo(DeadLetterReason.IMAGE_INVALID);
        assertThat(ScriptedAnalyzerFactory.TRIES).as("a refusal is final").containsEntry(5L, 1);
        assertThat(outcomes).filteredOn(outcome -> outcome.analysis() != null).hasSize(1);
    }

    @Test
    void aDeadLetterSaysWhereTheFrameIsToBeFound() throws Exception {
        DeadLetter letter = deadLetter(run(SETTINGS, Frames.jpeg(1, "text".getBytes(StandardCharsets.UTF_8))), 1);

        assertThat(letter.deviceId()).isEqualTo("camera-1");
        assertThat(letter.origin()).isEqualTo(new Origin("camera-frames", 2, 101));
        assertThat(letter.payloadBytes()).isEqualTo(4);
        assertThat(letter.capturedAt()).isEqualTo(Frames.CAPTURED_AT);
        assertThat(letter.detail()).contains("no JPEG").doesNotContain("text");
        assertThat(letter.occurredAt()).isNotNull();
    }

    @Test
    void analyzersAreOpenedOnceInASlotAndClosedWhenTheyAreDone() throws Exception {
        run(SETTINGS, scripted(1, SUCCEED), scripted(2, SUCCEED));

        assertThat(ScriptedAnalyzerFactory.OPENED).hasValue(1);
        assertThat(ScriptedAnalyzerFactory.CLOSED).hasValue(1);
        assertThat(ScriptedAnalyzerFactory.CLOSED_WHILE_BUSY).hasValue(0);
    }

    @Test
    void aBundleThatCannotWorkEndsTheJobAtOnceAndNamesIt() {
        AnalyzeSettings settings = AnalyzeSettings.defaults(AnalyzerSettings.ofBundle("/no/such/bundle"));

        // It would restart for ever, so its end says that it did not.
        Configuration restarts = new Configuration();
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));

        assertThatThrownBy(() -> start(restarts, settings, scripted(1, SUCCEED)).forEachRemaining(outcome -> {}))
                .hasStackTraceContaining("model bundle /no/such/bundle: bundle.json is missing");
    }

    private static DeadLetter deadLetter(List<AnalysisOutcome> outcomes, long sequence) {
        return outcomes.stream()
                .map(AnalysisOutcome::deadLetter)
                .filter(letter -> letter != null && letter.origin().offset() == 100 + sequence)
                .findFirst()
                .orElseThrow(() -> new AssertionError("frame " + sequence + " is no dead letter: " + outcomes));
    }

    private static List<AnalysisOutcome> run(AnalyzeSettings settings, CameraFrame... frames) throws Exception {
        List<AnalysisOutcome> outcomes = new ArrayList<>();
        try (CloseableIterator<AnalysisOutcome> results = start(settings, frames)) {
            results.forEachRemaining(outcomes::add);
        }
        return outcomes;
    }

    private static CloseableIterator<AnalysisOutcome> start(AnalyzeSettings settings, CameraFrame... frames)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return start(configuration, settings, frames);
    }

    private static CloseableIterator<AnalysisOutcome> start(
            Configuration configuration, AnalyzeSettings settings, CameraFrame... frames) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        return AnalyzeFunction.apply(environment.fromData(TypeInformation.of(CameraFrame.class), frames), settings)
                .name("analyze")
                .executeAndCollect();
    }
}
