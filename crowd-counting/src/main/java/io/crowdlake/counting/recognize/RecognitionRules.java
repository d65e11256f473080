package io.crowdlake.counting.recognize;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * What counts as the same person, as a return, and as staff.
 *
 * @param likeness dot product of two embeddings from which on they count as of one person, above 0 and below 1
 * @param memory event time, and at most as much wall clock, for which anything of a person is kept; more than zero, at most 24 h
 * @param returnAfter least absence of somebody who returns; after a shorter one the same stay goes on; not negative
 * @param staffDwell whoever is present for longer, all visits in memory together, is staff; null for no limit
 * @param staffVisits whoever has more visits in memory is staff, 1..{@value Person#MOST_VISITS}; null for no limit
 */
public record RecognitionRules(
        double likeness, Duration memory, Duration returnAfter, Duration staffDwell, Integer staffVisits)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nobody is remembered for longer. */
    public static final Duration LONGEST_MEMORY = Duration.ofHours(24);

    public RecognitionRules {
        require(likeness > 0 && likeness < 1, "recognition.likeness is " + likeness + ", must be above 0 and below 1");
        require(
                positive(memory) && memory.compareTo(LONGEST_MEMORY) <= 0,
                "recognition.memory is " + memory + ", must be more than zero and at most " + LONGEST_MEMORY);
        require(!returnAfter.isNegative(), "recognition.return-after is " + returnAfter + ", must not be negative");
        require(
                staffDwell == null || positive(staffDwell),
                "staff.dwell is " + staffDwell + ", must be more than zero");
        require(
                staffVisits == null || (staffVisits >= 1 && staffVisits <= Person.MOST_VISITS),
                "staff.visits is " + staffVisits + ", must be within 1.." + Person.MOST_VISITS);
    }

    /** Whether somebody with these visits works there. */
    boolean isStaff(int visits, Duration present) {
        return Optional.ofNullable(staffVisits).map(most -> visits > most).orElse(false)
                || Optional.ofNullable(staffDwell)
                        .map(longest -> present.compareTo(longest) > 0)
                        .orElse(false);
    }

    private static boolean positive(Duration value) {
        return !value.isNegative() && !value.isZero();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
