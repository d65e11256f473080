package io.crowdlake.inference.flink;

import io.crowdlake.inference.AnalyzerSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the stage {@code analyze} runs.
 *
 * @param capacity frames in flight in a slot, at least 1; when so many wait, the stage stops reading
 * @param timeout from the moment a frame enters the stage until it is given up, over all attempts; at least 1 ms
 * @param attempts how often a frame is tried when the analyzer itself fails, at least 1
 * @param analyzer what the analyzers are told
 */
public record AnalyzeSettings(int capacity, Duration timeout, int attempts, AnalyzerSettings analyzer)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public AnalyzeSettings {
        if (capacity < 1) {
            throw new IllegalArgumentException("analyze.capacity is " + capacity + ", must be at least 1");
        }
        if (timeout == null || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("analyze.timeout is " + timeout + ", must be at least 1 ms");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("analyze.attempts is " + attempts + ", must be at least 1");
        }
        if (analyzer == null) {
            throw new IllegalArgumentException("analyzer settings are missing");
        }
    }

    /** 16 frames in flight, a minute, 3 attempts. */
    public static AnalyzeSettings defaults(AnalyzerSettings analyzer) {
        return new AnalyzeSettings(16, Duration.ofMinutes(1), 3, analyzer);
    }
}
