package io.crowdlake.job.track;

import java.time.Instant;

/**
 * A stretch of event time in which a camera was watching.
 *
 * @param from its first frame
 * @param to its last frame
 */
public record Stretch(Instant from, Instant to) {}
