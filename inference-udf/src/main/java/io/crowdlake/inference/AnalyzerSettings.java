package io.crowdlake.inference;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What an analyzer is told when it opens. It travels with the job to every slot.
 *
 * @param modelBundle URI of the model bundle: {@code classpath:/models/faces}, a folder, a .zip file, or any URI of Flink's file systems
 * @param maxPixels the largest picture that is decoded, in declared pixels (width x height)
 * @param options anything else, for analyzers that are not built in
 */
public record AnalyzerSettings(String modelBundle, long maxPixels, Map<String, String> options)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** The bundle that comes with the jar. */
    public static final String BUILT_IN_BUNDLE = "classpath:/models/faces";

    /** 25 million pixels: more than any camera of a crowd has, and 75 MB when decoded. */
    public static final long DEFAULT_MAX_PIXELS = 25_000_000;

    public AnalyzerSettings {
        if (modelBundle == null || modelBundle.isBlank()) {
            throw new IllegalArgumentException(
                    "model.bundle is missing, must be a URI such as " + BUILT_IN_BUNDLE + " or a folder");
        }
        if (maxPixels <= 0) {
            throw new IllegalArgumentException("ingest.max-pixels is " + maxPixels + ", must be positive");
        }
        // A plain HashMap, since the immutable maps of the JDK need reflection that Flink's clients may not have.
        options = options == null ? new HashMap<>() : new HashMap<>(options);
    }

    /** The built-in bundle and limits. */
    public static AnalyzerSettings defaults() {
        return new AnalyzerSettings(BUILT_IN_BUNDLE, DEFAULT_MAX_PIXELS, Map.of());
    }

    /** Another bundle, everything else built-in. */
    public static AnalyzerSettings ofBundle(String modelBundle) {
        return new AnalyzerSettings(modelBundle, DEFAULT_MAX_PIXELS, Map.of());
    }
}
