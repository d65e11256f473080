package io.crowdlake.job.recognize;

import io.crowdlake.counting.visit.Look;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares looks. This is the one place where they are in clear, for as long as a comparison takes. */
final class LookMatcher {

    private static final Logger LOG = LoggerFactory.getLogger(LookMatcher.class);

    private final EmbeddingSealer sealer;
    private final double least;

    /** Whether somebody was told that a look cannot be opened: one line is enough. */
    private boolean told;

    /** @param least likeness from which on two looks may be of one person */
    LookMatcher(EmbeddingSealer sealer, double least) {
        this.sealer = sealer;
        this.least = least;
    }

    /** Whether the look was sealed with our key. Another machine may have another file, or the key was changed while somebody was in view. */
    boolean opens(Look look) {
        try {
            sealer.open(look.embedding());
            return true;
        } catch (SealingException e) {
            if (!told) {
                LOG.warn("somebody cannot be recognised, and further ones will not be told of: {}", e.getMessage());
            }
            told = true;
            return false;
        }
    }

    /** Numbers of the people who look like that, the likest first. */
    List<Long> alike(Look look, List<Gallery.Entry> people) {
        float[] embedding = sealer.open(look.embedding());
        List<Candidate> candidates = new ArrayList<>();
        for (Gallery.Entry entry : people) {
            if (entry.look().modelVersion().equals(look.modelVersion())) {
                double likeness = product(embedding, sealer.open(entry.look().embedding()));
                if (likeness >= least) {
                    candidates.add(new Candidate(entry.number(), likeness));
                }
            }
        }
        candidates.sort(Candidate.LIKEST_FIRST);
        return candidates.stream().map(Candidate::number).toList();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
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
