package io.crowdlake.job.recognize;

import io.crowdlake.counting.visit.Features;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.LookReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares looks. They are in clear for as long as a comparison takes. */
final class LookMatcher {

    private final LookReader looks;
    private final double least;

    /** @param least likeness from which on two looks may be of one person */
    LookMatcher(LookReader looks, double least) {
        this.looks = looks;
        this.least = least;
    }

    /** Whether the look was sealed with our key. */
    boolean opens(Look look) {
        return looks.read(look) != null;
    }

    /** Numbers of the people who look like that, the likest first. */
    List<Long> alike(Look look, List<Gallery.Entry> people) {
        float[] embedding = looks.read(look);
        List<Candidate> candidates = new ArrayList<>();
        for (Gallery.Entry entry : people) {
            if (entry.look().modelVersion().equals(look.modelVersion())) {
                float[] other = looks.read(entry.look());
                double likeness = other == null ? 0 : Features.likeness(embedding, other);
                if (likeness >= least) {
                    candidates.add(new Candidate(entry.number(), likeness));
                }
            }
        }
        candidates.sort(Candidate.LIKEST_FIRST);
        return candidates.stream().map(Candidate::number).toList();
    }

    /**
     * Somebody whom the person may be.
     *
     * @param number of the person
     * @param likeness of their looks
     */
    private record Candidate(long number, double likeness) {

        static final Comparator<Candidate> LIKEST_FIRST =
                Comparator.comparingDouble(Candidate::likeness).reversed().thenComparingLong(Candidate::number);
    }
}
