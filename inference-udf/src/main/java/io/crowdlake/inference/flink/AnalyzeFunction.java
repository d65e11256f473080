package io.crowdlake.inference.flink;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.seal.SealingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage {@code analyze}: a frame goes in, an analysis or a dead letter comes out, in any order.
 *
 * <pre>
 * task thread:      asyncInvoke ─► queue (capacity) ─┐            ┌─► outcome, or again after a failure (attempts)
 * analyzer thread:                                   └─► analyze ─┘
 * task thread:      timeout ─► ANALYSIS_TIMEOUT, the frame leaves the queue
 * </pre>
 *
 * <p>No frame can fail the job: what cannot be analysed becomes a dead letter. Only an {@link Error}, such as a lack of memory, does; and
 * a model bundle or a key that cannot work ends the job at once, without restarts, since trying again would not help.
 */
public final class AnalyzeFunction extends RichAsyncFunction<CameraFrame, AnalysisOutcome> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AnalyzeFunction.class);
    private static final long RETRY_DELAY_MILLIS = 100;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final AnalyzeSettings settings;

    private transient OpenAnalyzers analyzers;
    private transient AnalyzerThread thread;
    private transient AnalysisMetrics metrics;
    /** Failed attempts of the frames that will be tried again. Flink hands the same future to every attempt of a frame, and drops it afterwards. */
    private transient Map<ResultFuture<AnalysisOutcome>, Integer> failures;

    /** Whether the last attempt failed; used on the analyzer's thread only. */
    private transient boolean failing;

    AnalyzeFunction(AnalyzeSettings settings) {
        this.settings = settings;
    }

    /** Adds the stage to a stream. The caller gives it a name and a uid. */
    public static SingleOutputStreamOperator<AnalysisOutcome> apply(
            DataStream<CameraFrame> frames, AnalyzeSettings settings) {
        return AsyncDataStream.unorderedWaitWithRetry(
                        frames,
                        new AnalyzeFunction(settings),
                        settings.timeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.capacity(),
                        new FailedAnalysisRetry(settings.attempts(), RETRY_DELAY_MILLIS))
                .returns(TypeInformation.of(AnalysisOutcome.class));
    }

    @Override
    public void open(OpenContext openContext) {
        ClassLoader classLoader = getRuntimeContext().getUserCodeClassLoader();
        metrics = new AnalysisMetrics(getRuntimeContext().getMetricGroup());
        failures = Collections.synchronizedMap(new WeakHashMap<>());
        try {
            analyzers = new OpenAnalyzers(Analyzers.load(classLoader), settings.analyzer());
        } catch (BundleException | SealingException e) {
            throw new SuppressRestartsException(e);
        }
        String name = "analyzer of " + getRuntimeContext().getTaskInfo().getTaskNameWithSubtasks();
        thread = new AnalyzerThread(name, settings.capacity(), classLoader);
    }

    @Override
    public void asyncInvoke(CameraFrame frame, ResultFuture<AnalysisOutcome> future) {
        thread.submit(new Attempt(frame, future));
    }

    @Override
    public void timeout(CameraFrame frame, ResultFuture<AnalysisOutcome> future) {
        thread.forget(task -> task instanceof Attempt attempt && attempt.future == future);
        String detail = "not analysed within " + settings.timeout().toMillis()
                + " ms; raise analyze.timeout or the parallelism";
        complete(future, deadLetter(frame, DeadLetterReason.ANALYSIS_TIMEOUT, detail));
    }

    @Override
    public void close() throws InterruptedException {
        if (thread != null) {
            thread.close(analyzers::close, CLOSE_PATIENCE);
        }
    }

    private void complete(ResultFuture<AnalysisOutcome> future, AnalysisOutcome outcome) {
        failures.remove(future);
        if (outcome.deadLetter() != null) {
            metrics.deadLetter(outcome.deadLetter().reason());
        }
        future.complete(List.of(outcome));
    }

    private static AnalysisOutcome deadLetter(CameraFrame frame, DeadLetterReason reason, String detail) {
        return AnalysisOutcome.of(new DeadLetter(
                reason,
                detail,
                frame.deviceId(),
                frame.origin(),
                frame.payload().length,
                frame.capturedAt(),
                Instant.now()));
    }

    /** One try at one frame, on the analyzer's thread. */
    private final class Attempt implements Runnable {

        private final CameraFrame frame;
        private final ResultFuture<AnalysisOutcome> future;

        Attempt(CameraFrame frame, ResultFuture<AnalysisOutcome> future) {
            this.frame = frame;
            this.future = future;
        }

        @Override
        public void run() {
            try {
                analyze();
            } catch (RejectedExecutionException e) {
                LOG.debug("the task has ended before {} was analysed; it comes again after recovery", frame, e);
            } catch (Error e) {
                future.completeExceptionally(e);
            }
        }

        private void analyze() {
            AnalysisOutcome outcome;
            try {
                long began = System.nanoTime();
                FrameAnalysis analysis = analyzers.analyze(frame);
                metrics.analyzed(analysis, System.nanoTime() - began);
                failing = false;
                outcome = AnalysisOutcome.of(analysis);
            } catch (AnalysisException e) {
                outcome = deadLetter(frame, e.reason(), e.getMessage());
            } catch (RuntimeException e) {
                outcome = failed(e);
            }
            if (isTriedAgain(outcome)) {
                future.complete(List.of(outcome));
            } else {
                complete(future, outcome);
            }
        }

        private AnalysisOutcome failed(RuntimeException cause) {
            metrics.failedAttempt();
            if (failing) {
                LOG.debug("the analyzer failed again, on {}", frame, cause);
            } else {
                LOG.warn(
                        "the analyzer failed on {}; further failures are only counted until it works again",
                        frame,
                        cause);
            }
            failing = true;
            return deadLetter(
                    frame,
                    DeadLetterReason.ANALYSIS_FAILED,
                    "the analyzer failed: " + cause.getClass().getSimpleName());
        }

        private boolean isTriedAgain(AnalysisOutcome outcome) {
            return FailedAnalysisRetry.isFailure(outcome)
                    && failures.merge(future, 1, Integer::sum) < settings.attempts();
        }
    }
}
