package io.crowdlake.contracts;

import java.time.Instant;

/**
 * Somebody walked over a line.
 *
 * @param line its name
 * @param direction which way
 * @param crossedAt event time of the first frame in which the person was clearly past the line
 */
public record LineCrossing(String line, CrossingDirection direction, Instant crossedAt) {

    public LineCrossing {
        Checks.notBlank(line, "line");
        Checks.present(direction, "direction");
        Checks.present(crossedAt, "crossedAt");
    }
}
