package io.crowdlake.evaluation;

import java.util.Locale;

/** What is known of the pictures, and so what can be measured. */
public enum EvaluationSet {
    /** Age and gender of one face in each picture. */
    FACES,
    /** Emotion of one face in each picture. */
    EMOTION,
    /** Where faces are in clips and pictures. */
    BOXES;

    /** As the command line writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
