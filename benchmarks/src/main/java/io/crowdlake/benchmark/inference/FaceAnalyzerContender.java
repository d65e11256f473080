package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.StageClock;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import java.util.List;

/** Our own analyzer with the files of one precision; of a bundle with a detector alone, the first two stages. */
final class FaceAnalyzerContender implements Contender {

    private final String name;
    private final FaceAnalyzer analyzer;

    FaceAnalyzerContender(ModelBundle bundle, Precision precision) {
        name = precision.label();
        analyzer = FaceAnalyzer.open(
                bundle, AnalyzerSettings.ofBundle(bundle.uri()).withPrecision(precision));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int analyze(DrawnFrame frame, StageClock<Stage> clock) throws AnalysisException {
        BgrImage image = analyzer.decode(frame.jpeg());
        clock.end(Stage.DECODE);
        List<FaceBox> found = analyzer.detect(image);
        clock.end(Stage.DETECT);
        if (analyzer.hasAttributes()) {
            byte[] crops = analyzer.crop(image, frame.faces());
            clock.end(Stage.CROP);
            analyzer.describe(crops, frame.faces().size());
            clock.end(Stage.ATTRIBUTES);
        }
        return found.size();
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
