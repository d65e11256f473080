package io.crowdlake.inference;

/**
 * Opens the analyzers of one cognitive type. Implementations have a public constructor without parameters and are found by
 * {@link java.util.ServiceLoader}: put the class name into {@code META-INF/services/io.crowdlake.inference.CognitiveAnalyzerFactory} of a
 * jar beside the job, and frames that carry the type in their {@code cognitive-type} header go to it.
 */
public interface CognitiveAnalyzerFactory {

    /** The value of the {@code cognitive-type} header that this analyzer answers to, such as {@code camframe-analysis}. */
    String cognitiveType();

    /** Whether it reads bodies of a media type, such as {@code image/jpeg}; parameters after a semicolon are part of the text. */
    boolean accepts(String contentType);

    /**
     * Validates the settings before a job starts, on the machine that submits it.
     *
     * @throws io.crowdlake.inference.bundle.BundleException with one line for the user when the model bundle cannot work
     */
    void check(AnalyzerSettings settings);

    /**
     * Opens an analyzer, ready for the first frame.
     *
     * @throws io.crowdlake.inference.bundle.BundleException with one line for the user when the model bundle cannot work
     */
    CognitiveAnalyzer open(AnalyzerSettings settings);
}
