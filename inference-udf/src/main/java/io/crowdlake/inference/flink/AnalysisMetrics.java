package io.crowdlake.inference.flink;

import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What the stage {@code analyze} counts. The task's thread and the analyzer's thread both count, so every counter is thread-safe.
 *
 * <p>{@code frames}, {@code faces}, {@code failedAttempts}, {@code inferenceMicros} (histogram of the last 1,000 frames) and
 * {@code reason.<REASON>.deadLetters}.
 */
final class AnalysisMetrics {

    private static final int HISTOGRAM_FRAMES = 1_000;

    private final Counter frames;
    private final Counter faces;
    private final Counter failedAttempts;
    private final Histogram inferenceMicros;
    private final Map<DeadLetterReason, Counter> deadLetters = new EnumMap<>(DeadLetterReason.class);

    AnalysisMetrics(MetricGroup group) {
        frames = group.counter("frames", new ThreadSafeSimpleCounter());
        faces = group.counter("faces", new ThreadSafeSimpleCounter());
        failedAttempts = group.counter("failedAttempts", new ThreadSafeSimpleCounter());
        inferenceMicros = group.histogram("inferenceMicros", new DescriptiveStatisticsHistogram(HISTOGRAM_FRAMES));
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            deadLetters.put(
                    reason,
                    group.addGroup("reason", reason.name()).counter("deadLetters", new ThreadSafeSimpleCounter()));
        }
    }

    void analyzed(FrameAnalysis analysis, long nanos) {
        frames.inc();
        faces.inc(analysis.faces().size());
        inferenceMicros.update(nanos / 1_000);
    }

    void failedAttempt() {
        failedAttempts.inc();
    }

    void deadLetter(DeadLetterReason reason) {
        deadLetters.get(reason).inc();
    }
}
