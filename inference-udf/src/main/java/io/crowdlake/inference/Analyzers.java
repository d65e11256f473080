package io.crowdlake.inference;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The analyzers that are there, by cognitive type. */
public final class Analyzers {

    private final Map<String, CognitiveAnalyzerFactory> factories;

    private Analyzers(Map<String, CognitiveAnalyzerFactory> factories) {
        this.factories = Collections.unmodifiableMap(factories);
    }

    /** All analyzers that a class loader can see; throws IllegalStateException when two answer to one type. */
    public static Analyzers load(ClassLoader classLoader) {
        return of(ServiceLoader.load(CognitiveAnalyzerFactory.class, classLoader));
    }

    /** The given analyzers; throws IllegalStateException when two answer to one type. */
    public static Analyzers of(Iterable<CognitiveAnalyzerFactory> found) {
        Map<String, CognitiveAnalyzerFactory> factories = new TreeMap<>();
        for (CognitiveAnalyzerFactory factory : found) {
            CognitiveAnalyzerFactory other = factories.putIfAbsent(factory.cognitiveType(), factory);
            if (other != null) {
                throw new IllegalStateException("two analyzers answer to cognitive type " + factory.cognitiveType()
                        + ": " + other.getClass().getName() + " and "
                        + factory.getClass().getName() + "; remove one of the jars");
            }
        }
        return new Analyzers(factories);
    }

    /** The analyzer of a cognitive type, if there is one. */
    public Optional<CognitiveAnalyzerFactory> byType(String cognitiveType) {
        return Optional.ofNullable(factories.get(cognitiveType));
    }

    /** All cognitive types that can be analysed, in alphabetical order. */
    public Set<String> types() {
        return factories.keySet();
    }

    /** All analyzers, in the order of their types. */
    public Collection<CognitiveAnalyzerFactory> all() {
        return factories.values();
    }
}
