package io.crowdlake.stack.evaluate;

import io.crowdlake.evaluation.Progress;
import io.crowdlake.stack.console.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells on the console how far an evaluation has come, and how fast it goes. */
public final class EvaluationProgress implements Progress {

    private static final double MILLIS = 1000.0;

    private final Step step;
    private final Clock clock;
    private Instant first;
    private String summary = "nothing measured";

    public EvaluationProgress(Step step) {
        this(step, Clock.systemUTC());
    }

    EvaluationProgress(Step step, Clock clock) {
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void at(long done, long all) {
        Instant now = clock.instant();
        if (first == null) {
            first = now;
        }
        double seconds = Duration.between(first, now).toMillis() / MILLIS;
        String rate = seconds > 0 ? String.format(Locale.ROOT, ", %.0f/s", (done - 1) / seconds) : "";
        summary = done + " of " + all + rate;
        step.update(summary);
    }

    /** The last that was told. */
    public String summary() {
        return summary;
    }
}
