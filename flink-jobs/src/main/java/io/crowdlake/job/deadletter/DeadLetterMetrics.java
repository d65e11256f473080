package io.crowdlake.job.deadletter;

import io.crowdlake.contracts.DeadLetterReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counters {@code reason.<REASON>.deadLetters}, from zero on, so that an alert can be set before the first one. */
final class DeadLetterMetrics {

    private final Map<DeadLetterReason, Counter> counters = new EnumMap<>(DeadLetterReason.class);

    DeadLetterMetrics(MetricGroup group) {
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            counters.put(reason, group.addGroup("reason", reason.name()).counter("deadLetters"));
        }
    }

    void count(DeadLetterReason reason) {
        counters.get(reason).inc();
    }
}
