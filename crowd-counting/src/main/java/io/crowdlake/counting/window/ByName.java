package io.crowdlake.counting.window;

import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Adds lists of counts entry by entry. The outcome is in the order of the names, so that it does not depend on who was added to whom. */
final class ByName {

    private ByName() {}

    static <T> List<T> merge(List<T> one, List<T> other, Function<T, String> name, BinaryOperator<T> sum) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        TreeMap<String, T> sums = new TreeMap<>();
        one.forEach(count -> sums.put(name.apply(count), count));
        other.forEach(count -> sums.merge(name.apply(count), count, sum));
        return List.copyOf(sums.values());
    }
}
