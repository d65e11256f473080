package io.crowdlake.inference;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What an analyzer is told when it opens. It travels with the job to every slot.
 *
 * @param modelBundle URI of the model bundle: {@code classpath:/models/faces}, a folder, a .zip file, or any URI of Flink's file systems
 * @param precision which of the bundle's files are run; null for the default, {@link Precision#INT8}
 * @param embeddings whether the embedding network of the bundle is loaded, off by default; without one in the bundle, opening is refused
 * @param maxPixels the largest picture that is decoded, in declared pixels (width x height)
 * @param options anything else, for analyzers that are not built in
 * @param recognition how faces get sealed embeddings; null where they get none, which is the default
 */
public record AnalyzerSettings(
        String modelBundle,
        Precision precision,
        boolean embeddings,
        long maxPixels,
        Map<String, String> options,
        RecognitionPolicy recognition)
        implements Serializable {

    private static final long serialVersionUID = 3;

    /** The bundle that comes with the jar. */
    public static final String BUILT_IN_BUNDLE = "classpath:/models/faces";

    /** The quantised files where there are some. */
    public static final Precision DEFAULT_PRECISION = Precision.INT8;

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
        precision = precision == null ? DEFAULT_PRECISION : precision;
        // A plain HashMap, since the immutable maps of the JDK need reflection that Flink's clients may not have.
        options = options == null ? new HashMap<>() : new HashMap<>(options);
    }

    /** The built-in bundle and limits. */
    public static AnalyzerSettings defaults() {
        return ofBundle(BUILT_IN_BUNDLE);
    }

    /** Another bundle, everything else built-in. */
    public static AnalyzerSettings ofBundle(String modelBundle) {
        return new AnalyzerSettings(modelBundle, DEFAULT_PRECISION, false, DEFAULT_MAX_PIXELS, Map.of(), null);
    }

    /** The same with other files of the bundle. */
    public AnalyzerSettings withPrecision(Precision other) {
        return new AnalyzerSettings(modelBundle, other, embeddings, maxPixels, options, recognition);
    }

    /** The same with another limit of the decoder, in declared pixels. */
    public AnalyzerSettings withMaxPixels(long other) {
        return new AnalyzerSettings(modelBundle, precision, embeddings, other, options, recognition);
    }

    /** The same with the embedding network. What it gives stays in memory; no table, event or log has room for it. */
    public AnalyzerSettings withEmbeddings() {
        return new AnalyzerSettings(modelBundle, precision, true, maxPixels, options, recognition);
    }

    /** The same with sealed embeddings at the faces that a frame's analysis passes on; null for none. */
    public AnalyzerSettings withRecognition(RecognitionPolicy policy) {
        return new AnalyzerSettings(modelBundle, precision, embeddings || policy != null, maxPixels, options, policy);
    }
}
