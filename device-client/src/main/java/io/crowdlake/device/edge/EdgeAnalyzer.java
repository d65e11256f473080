package io.crowdlake.device.edge;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.util.Optional;

/**
 * The job's own analyzer, at the camera. All cameras of a program share it, one frame at a time; the networks are loaded when
 * they are first needed. There are never embeddings. Safe for many threads.
 */
public final class EdgeAnalyzer implements AutoCloseable {

    /** Media type of what it makes. */
    public static final String JSON = "application/json";

    private final CognitiveAnalyzerFactory factory;
    private final AnalyzerSettings settings;
    private CognitiveAnalyzer analyzer;
    private boolean closed;

    EdgeAnalyzer(CognitiveAnalyzerFactory factory, AnalyzerSettings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /** The analyzer of faces; nothing is loaded yet. */
    public static EdgeAnalyzer ofBundle(String modelBundle) {
        CognitiveAnalyzerFactory faces = Analyzers.load(EdgeAnalyzer.class.getClassLoader())
                .byType(CognitiveTypes.CAMFRAME_ANALYSIS)
                .orElseThrow(() -> new IllegalStateException("the inference module is missing from the class path"));
        return new EdgeAnalyzer(faces, AnalyzerSettings.ofBundle(modelBundle));
    }

    /** Tries whether it works here; why not, in one line. */
    public synchronized Optional<String> refusal() {
        try {
            open();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * A message that says what is in a picture, in the place of the picture.
     *
     * @throws AnalysisException when it is no picture
     */
    public synchronized CameraFrame analyze(CameraFrame picture) throws AnalysisException {
        open();
        return picture.withPayload(JSON, JsonCodec.write(picture.policy().apply(analyzer.analyze(picture))));
    }

    private void open() {
        if (closed) {
            throw new IllegalStateException("the analyzer is closed");
        }
        if (analyzer == null) {
            analyzer = factory.open(settings);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (analyzer != null) {
            analyzer.close();
            analyzer = null;
        }
    }
}
