package io.crowdlake.counting.visit;

import java.util.Arrays;

/**
 * Weights by class, all of them zero or more: what the voters have said. Does not change.
 *
 * @param <E> the classes
 */
public final class Ballot<E extends Enum<E>> {

    private static final Ballot<?> EMPTY = new Ballot<>(new double[0]);

    /** By ordinal, up to the last class that anybody voted for. */
    private final double[] weights;

    private Ballot(double[] weights) {
        this.weights = weights;
    }

    /** Nobody has voted. */
    @SuppressWarnings("unchecked") // it holds no class
    public static <E extends Enum<E>> Ballot<E> empty() {
        return (Ballot<E>) EMPTY;
    }

    /** A ballot of weights in the order of the classes; those that are left out at the end are zero. */
    public static <E extends Enum<E>> Ballot<E> ofWeights(double... weights) {
        int size = weights.length;
        while (size > 0 && weights[size - 1] == 0) {
            size--;
        }
        return new Ballot<>(Arrays.copyOf(weights, size));
    }

    /** How many weights there are; those of the classes behind are zero. */
    public int size() {
        return weights.length;
    }

    /** What the class with the given ordinal, less than {@link #size()}, has got. */
    public double weight(int ordinal) {
        return weights[ordinal];
    }

    Ballot<E> plus(E choice, double weight) {
        double[] sum = Arrays.copyOf(weights, Math.max(weights.length, choice.ordinal() + 1));
        sum[choice.ordinal()] += weight;
        return new Ballot<>(sum);
    }

    /** The votes of both. */
    Ballot<E> plus(Ballot<E> other) {
        double[] sum = Arrays.copyOf(weights, Math.max(weights.length, other.weights.length));
        for (int ordinal = 0; ordinal < other.weights.length; ordinal++) {
            sum[ordinal] += other.weights[ordinal];
        }
        return new Ballot<>(sum);
    }

    /** The choice with most weight, the first declared among equals; {@code nobody} when nothing has a weight. */
    E winner(E[] choices, E nobody) {
        int best = -1;
        double most = 0;
        for (int ordinal = 0; ordinal < weights.length; ordinal++) {
            if (weights[ordinal] > most) {
                most = weights[ordinal];
                best = ordinal;
            }
        }
        return best < 0 ? nobody : choices[best];
    }

    /** The choice's weight as a part of all the weight that was cast, 0..1. */
    double share(E choice, double cast) {
        return choice.ordinal() >= weights.length || cast <= 0 ? 0 : Math.min(1, weights[choice.ordinal()] / cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ballot<?> ballot && Arrays.equals(weights, ballot.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
