package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.StageClock;
import io.crowdlake.benchmark.onnx.BaselineFolder;
import io.crowdlake.benchmark.onnx.BaselineNetworks;
import io.crowdlake.benchmark.onnx.FaceApi;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.face.FaceBox;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.FaceCrop;
import io.crowdlake.inference.image.JpegDecoder;
import java.util.List;

/** YuNet and face-api on onnxruntime, with our decoder and our cropping: only the networks and what runs them differ. */
final class OnnxContender implements Contender {

    static final String NAME = "onnxruntime";

    private final JpegDecoder decoder = new JpegDecoder(AnalyzerSettings.DEFAULT_MAX_PIXELS);
    private final FaceCrop crop = new FaceCrop(FaceApi.INPUT_SIZE);
    private final BaselineNetworks networks;

    OnnxContender(BaselineFolder files) {
        networks = new BaselineNetworks(files);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int analyze(DrawnFrame frame, StageClock<Stage> clock) throws AnalysisException {
        BgrImage image = decoder.decode(frame.jpeg());
        clock.end(Stage.DECODE);
        List<FaceBox> found = networks.detector().detect(image);
        clock.end(Stage.DETECT);
        byte[] crops = crops(image, frame.faces());
        clock.end(Stage.CROP);
        networks.attributes().describe(crops, frame.faces().size());
        clock.end(Stage.ATTRIBUTES);
        return found.size();
    }

    private byte[] crops(BgrImage image, List<FaceBox> faces) {
        byte[] crops = new byte[faces.size() * crop.bytes()];
        for (int i = 0; i < faces.size(); i++) {
            FaceBox box = faces.get(i);
            crop.cut(image, box.centerX(), box.centerY(), box.longerSide(), crops, i * crop.bytes());
        }
        return crops;
    }

    @Override
    public void close() {
        networks.close();
        decoder.close();
    }
}
