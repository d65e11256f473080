package io.crowdlake.job.recognize;

import java.util.Random;

/** What people look like, in directions: two people are about as unlike as two of a million can be, two looks at one nearly the same. */
public final class Looks {

    public static final int DIMENSIONS = 64;

    /** From here on looks are of one person; those of two are below 0.6. */
    public static final double LIKENESS = 0.8;

    private static final double NOISE = 0.03;

    private Looks() {}

    /** A look at a person; each time slightly another. */
    public static float[] at(int person, int time) {
        Random features = new Random(person);
        Random noise = new Random(31L * person + time);
        double[] look = new double[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            look[i] = features.nextGaussian() / 8 + NOISE * noise.nextGaussian();
            square += look[i] * look[i];
        }
        float[] embedding = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            embedding[i] = (float) (look[i] / Math.sqrt(square));
        }
        return embedding;
    }
}
