package io.crowdlake.counting.visit;

import java.util.HashMap;
import java.util.Map;

/** Weights by class. A class that nobody voted for has no entry, so most ballots hold one or two. */
final class Ballots {

    private Ballots() {}

    static <E extends Enum<E>> Map<E, Double> plus(Map<E, Double> ballot, E choice, double weight) {
        Map<E, Double> sum = new HashMap<>(ballot);
        sum.merge(choice, weight, Double::sum);
        return Map.copyOf(sum);
    }

    /** The votes of both. */
    static <E extends Enum<E>> Map<E, Double> plus(Map<E, Double> one, Map<E, Double> other) {
        Map<E, Double> sum = new HashMap<>(one);
        other.forEach((choice, weight) -> sum.merge(choice, weight, Double::sum));
        return Map.copyOf(sum);
    }

    /** The choice with most weight, the first declared among equals; {@code nobody} when the ballot is empty. */
    static <E extends Enum<E>> E winner(Map<E, Double> ballot, E nobody) {
        E best = null;
        for (E choice : nobody.getDeclaringClass().getEnumConstants()) {
            Double weight = ballot.get(choice);
            if (weight != null && (best == null || weight > ballot.get(best))) {
                best = choice;
            }
        }
        return best == null ? nobody : best;
    }

    /** The winner's weight as a part of all the weight that was cast, 0..1. */
    static <E extends Enum<E>> double share(Map<E, Double> ballot, E choice, double cast) {
        Double weight = ballot.get(choice);
        return weight == null || cast <= 0 ? 0 : Math.min(1, weight / cast);
    }
}
