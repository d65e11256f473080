package io.crowdlake.job.deadletter;

import io.crowdlake.contracts.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts dead letters on their way, see {@link DeadLetterMetrics}. */
final class DeadLetterCounter extends RichMapFunction<DeadLetter, DeadLetter> {

    private static final long serialVersionUID = 1;

    private transient DeadLetterMetrics metrics;

    @Override
    public void open(OpenContext openContext) {
        metrics = new DeadLetterMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public DeadLetter map(DeadLetter deadLetter) {
        metrics.count(deadLetter.reason());
        return deadLetter;
    }
}
