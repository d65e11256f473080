package io.crowdlake.inference.flink;

import io.crowdlake.contracts.DeadLetterReason;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryPredicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;

/**
 * Tries a frame again when the analyzer itself failed. It looks at outcomes, never at exceptions: Flink hands on the result of the last
 * attempt whatever it is, and an exception there would restart the job, while a dead letter leaves by the side.
 *
 * @param attempts in all, the first one included
 * @param delayMillis between two attempts
 */
record FailedAnalysisRetry(int attempts, long delayMillis)
        implements AsyncRetryStrategy<AnalysisOutcome>, AsyncRetryPredicate<AnalysisOutcome> {

    private static final long serialVersionUID = 1;

    @Override
    public boolean canRetry(int attemptsMade) {
        return attemptsMade < attempts;
    }

    @Override
    public long getBackoffTimeMillis(int attemptsMade) {
        return delayMillis;
    }

    @Override
    public AsyncRetryPredicate<AnalysisOutcome> getRetryPredicate() {
        return this;
    }

    @Override
    public Optional<Predicate<Collection<AnalysisOutcome>>> resultPredicate() {
        return Optional.of(outcomes -> outcomes.stream().anyMatch(FailedAnalysisRetry::isFailure));
    }

    @Override
    public Optional<Predicate<Throwable>> exceptionPredicate() {
        return Optional.empty();
    }

    static boolean isFailure(AnalysisOutcome outcome) {
        return outcome.deadLetter() != null && outcome.deadLetter().reason() == DeadLetterReason.ANALYSIS_FAILED;
    }
}
