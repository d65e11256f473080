package io.crowdlake.inference.face;

import ai.djl.engine.EngineException;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.FaceCrop;
import io.crowdlake.inference.image.JpegDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Analyses frames with the two networks of a bundle.
 *
 * <pre>
 * JPEG ─► decode ─► detect ─► crop ─► describe ─► faces with boxes, apparent age, gender and emotion
 * </pre>
 *
 * <p>Not thread-safe. It holds native memory until it is closed; a frame leaves none behind.
 */
public final class FaceAnalyzer implements CognitiveAnalyzer {

    private final String modelVersion;
    private final AttributeSettings attributeSettings;
    private final JpegDecoder decoder;
    private final FaceDetector detector;
    private final AttributeNetwork attributes;
    private final FaceCrop crop;

    private FaceAnalyzer(ModelBundle bundle, long maxPixels, FaceDetector detector, AttributeNetwork attributes) {
        this.modelVersion = bundle.manifest().modelVersion();
        this.attributeSettings = bundle.manifest().attributes();
        this.decoder = new JpegDecoder(maxPixels);
        this.detector = detector;
        this.attributes = attributes;
        this.crop = new FaceCrop(attributeSettings.inputSize());
    }

    /**
     * Loads the networks of a bundle and tries them once.
     *
     * @param maxPixels the largest picture that is decoded
     * @throws io.crowdlake.inference.bundle.BundleException with one line when a network cannot be loaded or gives other arrays than the
     *     contract says
     */
    public static FaceAnalyzer open(ModelBundle bundle, long maxPixels) {
        DetectorSettings detect = bundle.manifest().detector();
        AttributeSettings describe = bundle.manifest().attributes();
        TorchNetwork detector = load(bundle, detect.file(), network -> tryOut(network, detect));
        try {
            TorchNetwork attributes = load(bundle, describe.file(), network -> tryOut(network, describe));
            return new FaceAnalyzer(
                    bundle, maxPixels, new FaceDetector(detect, detector), new AttributeNetwork(describe, attributes));
        } catch (RuntimeException | Error e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public FrameAnalysis analyze(CameraFrame frame) throws AnalysisException {
        BgrImage image = decode(frame.payload());
        List<DetectedFace> faces = faces(image);
        return new FrameAnalysis(
                frame.deviceId(),
                frame.bootId(),
                frame.sequence(),
                frame.capturedAt(),
                frame.enqueuedAt(),
                Instant.now(),
                image.width(),
                image.height(),
                modelVersion,
                faces,
                frame.origin());
    }

    /** All faces of a decoded picture. */
    public List<DetectedFace> faces(BgrImage image) {
        List<FaceBox> boxes = detect(image);
        List<FaceBox> large = boxes.stream().filter(this::hasAttributes).toList();
        List<FaceAttributes> described = describe(crop(image, large), large.size());
        List<DetectedFace> faces = new ArrayList<>(boxes.size());
        int next = 0;
        for (FaceBox box : boxes) {
            FaceAttributes known = hasAttributes(box) ? described.get(next++) : FaceAttributes.UNKNOWN;
            faces.add(new DetectedFace(fractions(box, image), Rounding.tenThousandth(box.score()), known));
        }
        return faces;
    }

    /** First stage: the pixels of a JPEG. */
    public BgrImage decode(byte[] jpeg) throws AnalysisException {
        return decoder.decode(jpeg);
    }

    /** Second stage: where faces are, best first, in pixels of the picture. */
    public List<FaceBox> detect(BgrImage image) {
        return detector.detect(image);
    }

    /** Third stage: the faces cut out, one after the other, as the attribute network takes them. */
    public byte[] crop(BgrImage image, List<FaceBox> boxes) {
        byte[] crops = new byte[boxes.size() * crop.bytes()];
        for (int i = 0; i < boxes.size(); i++) {
            FaceBox box = boxes.get(i);
            double side = box.longerSide() * attributeSettings.cropScale();
            crop.cut(image, box.centerX(), box.centerY(), side, crops, i * crop.bytes());
        }
        return crops;
    }

    /** Fourth stage: what the faces in so many crops appear to be. */
    public List<FaceAttributes> describe(byte[] crops, int count) {
        return attributes.describe(crops, count);
    }

    /** Whether a face is large enough that more than a guess can be told about it. */
    public boolean hasAttributes(FaceBox box) {
        return box.longerSide() >= attributeSettings.minFacePixels();
    }

    @Override
    public void close() {
        detector.close();
        attributes.close();
        decoder.close();
    }

    private static BoundingBox fractions(FaceBox box, BgrImage image) {
        double x = Rounding.fraction(box.left() / image.width());
        double y = Rounding.fraction(box.top() / image.height());
        return new BoundingBox(
                x,
                y,
                Rounding.fraction(Math.min(1 - x, box.width() / image.width())),
                Rounding.fraction(Math.min(1 - y, box.height() / image.height())));
    }

    private static TorchNetwork load(ModelBundle bundle, String file, Function<TorchNetwork, String> trial) {
        TorchNetwork network;
        try {
            network = new TorchNetwork(bundle.content(file));
        } catch (EngineException e) {
            throw bundle.broken(file, "is no TorchScript file that the engine reads: " + firstLine(e));
        }
        String problem;
        try {
            problem = trial.apply(network);
        } catch (RuntimeException e) {
            problem = "fails on a trial input: " + firstLine(e);
        }
        if (problem != null) {
            network.close();
            throw bundle.broken(file, problem + "; export the network as the bundle format says");
        }
        return network;
    }

    private static String tryOut(TorchNetwork network, DetectorSettings settings) {
        int width = settings.maxSide();
        int height = Math.max(1, width * 3 / 4);
        return FaceDetector.problem(network.forward(new byte[3 * width * height], height, width, 3));
    }

    private static String tryOut(TorchNetwork network, AttributeSettings settings) {
        int side = settings.inputSize();
        int count = 2;
        return AttributeNetwork.problem(
                network.forward(new byte[3 * side * side * count], count, side, side, 3), settings, count);
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
