package io.crowdlake.inference.face;

import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import io.crowdlake.inference.bundle.ModelBundle;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The built-in analyzer: faces with apparent age, gender and emotion in a JPEG. */
public final class FaceAnalyzerFactory implements CognitiveAnalyzerFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FaceAnalyzerFactory.class);

    @Override
    public String cognitiveType() {
        return CognitiveTypes.CAMFRAME_ANALYSIS;
    }

    @Override
    public boolean accepts(String contentType) {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.equals("image/jpeg") || mediaType.equals("image/jpg");
    }

    /** Checks the files, and tries the networks where the engine is there, which takes about a second. */
    @Override
    public void check(AnalyzerSettings settings) {
        ModelBundle bundle = ModelBundle.load(settings.modelBundle());
        try {
            FaceAnalyzer.open(bundle, settings).close();
        } catch (LinkageError | IllegalStateException e) {
            // A machine that submits jobs need not be one that can run them.
            LOG.warn(
                    "{} is whole; its networks will be tried when the job starts, since there is no PyTorch engine here: {}",
                    bundle,
                    e.toString());
        }
    }

    @Override
    public CognitiveAnalyzer open(AnalyzerSettings settings) {
        ModelBundle bundle = ModelBundle.load(settings.modelBundle());
        try {
            return FaceAnalyzer.open(bundle, settings);
        } catch (LinkageError | IllegalStateException e) {
            throw bundle.unusable(
                    "needs the PyTorch engine, which does not start (" + e
                            + "); put the jars of DJL and PyTorch into Flink's lib folder",
                    e);
        }
    }
}
