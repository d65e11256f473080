package io.crowdlake.evaluation;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.evaluation.report.ModelFacts;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;

/** The analyzer of the job with the bundle that is measured, except that it says all it considered, not only what it is sure of. */
final class TestedModel implements AutoCloseable {

    /** So that no gender is withheld: whether it is sure enough is for the report. */
    private static final double ANY = 0;

    private final ModelBundle bundle;
    private final AnalyzerSettings settings;
    private final FaceAnalyzer analyzer;

    private TestedModel(ModelBundle bundle, AnalyzerSettings settings, FaceAnalyzer analyzer) {
        this.bundle = bundle;
        this.settings = settings;
        this.analyzer = analyzer;
    }

    /** Loads the bundle; throws BundleException with one line when it cannot work. */
    static TestedModel open(AnalyzerSettings settings) {
        ModelBundle bundle = ModelBundle.load(settings.modelBundle());
        double lowest = bundle.manifest().detector().candidateThreshold();
        try {
            return new TestedModel(bundle, settings, FaceAnalyzer.open(bundle.withScoreThreshold(lowest), settings));
        } catch (LinkageError | IllegalStateException e) {
            throw bundle.unusable(
                    "needs the PyTorch engine, which does not start (" + e
                            + "); put the jars of DJL and PyTorch on the class path",
                    e);
        }
    }

    /** Throws EvaluationException with one line where the bundle has a detector alone. */
    void requireAttributes() {
        if (!analyzer.hasAttributes()) {
            throw new EvaluationException("model bundle " + bundle.uri()
                    + " has no attribute network: measure its detector with --set boxes, or name another bundle");
        }
    }

    ModelFacts facts() {
        AttributeSettings attributes = bundle.manifest().attributes();
        return new ModelFacts(
                bundle.manifest().modelVersion(),
                bundle.uri(),
                settings.precision(),
                bundle.manifest().detector().scoreThreshold(),
                attributes == null ? null : attributes.genderThreshold());
    }

    /** Longest side of a frame that a network still looks at, in pixels. */
    int longestSide() {
        return bundle.manifest().detector().maxSide();
    }

    /** All boxes from the candidate threshold up, best first, in pixels of the picture. */
    List<FaceBox> candidates(BgrImage image) {
        return analyzer.detect(image);
    }

    /** Where the face of a picture of one face is; the bundle has attributes. */
    LocatedFace locate(BgrImage picture) {
        TightCrop crop = new TightCrop(picture);
        return crop.locate(
                candidates(crop.padded()),
                bundle.manifest().detector().scoreThreshold(),
                bundle.manifest().attributes().cropScale());
    }

    /** What the most probable age band, gender and emotion of a face are, however unsure. */
    FaceAttributes describe(BgrImage image, FaceBox face) {
        return analyzer.probabilities(analyzer.crop(image, List.of(face)), 1)
                .get(0)
                .attributes(ANY);
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
