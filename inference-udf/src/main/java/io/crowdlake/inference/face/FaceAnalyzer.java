package io.crowdlake.inference.face;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.RecognitionPolicy;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.EmbeddingSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.image.FaceCrop;
import io.crowdlake.inference.image.JpegDecoder;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Analyses frames with the networks of a bundle.
 *
 * <pre>
 * JPEG ─► decode ─► detect ─► crop ─► describe ─► faces with boxes, apparent age, gender and emotion
 *                          ├► the colours of what is worn below and of the hair above
 *                          └► cropForEmbedding ─► embed ─► seal (only where it is asked for)
 * </pre>
 *
 * <p>Not thread-safe. It holds native memory until it is closed; a frame leaves none behind.
 */
public final class FaceAnalyzer implements CognitiveAnalyzer {

    /** Longer side in pixels from which on faces of different people look different enough. */
    private static final double LEAST_LOOK_PIXELS = 16;

    private final String modelVersion;
    private final AttributeSettings attributeSettings;
    private final EmbeddingSettings embeddingSettings;
    private final JpegDecoder decoder;
    private final BundleNetworks networks;
    private final RecognitionPolicy recognition;
    private final EmbeddingSealer sealer;

    private FaceAnalyzer(
            ModelBundle bundle, AnalyzerSettings settings, BundleNetworks networks, EmbeddingSealer sealer) {
        this.modelVersion = bundle.manifest().modelVersion();
        this.attributeSettings = bundle.manifest().attributes();
        this.embeddingSettings = bundle.manifest().embedding();
        this.decoder = new JpegDecoder(settings.maxPixels());
        this.networks = networks;
        this.recognition = settings.recognition();
        this.sealer = sealer;
    }

    /**
     * Loads the networks of a bundle and tries each once.
     *
     * @param settings the precision, the limit of the decoder, and whether there are embeddings; which bundle they name does not matter
     * @throws io.crowdlake.inference.bundle.BundleException with one line when a network cannot be loaded or gives other arrays than the
     *     contract says
     * @throws io.crowdlake.inference.seal.SealingException with one line when the key of recognition cannot be used
     */
    public static FaceAnalyzer open(ModelBundle bundle, AnalyzerSettings settings) {
        RecognitionPolicy recognition = settings.recognition();
        EmbeddingSealer sealer =
                recognition == null ? null : new EmbeddingSealer(SealingKey.read(recognition.keyFile()));
        return new FaceAnalyzer(bundle, settings, new BundleNetworks(bundle, settings), sealer);
    }

    @Override
    public FrameAnalysis analyze(CameraFrame frame) throws AnalysisException {
        BgrImage image = decode(frame.payload());
        List<FaceBox> boxes = detect(image);
        List<DetectedFace> faces = faces(image, boxes);
        if (recognition != null && recognition.allows(frame.deviceId())) {
            faces = withEmbeddings(image, boxes, faces);
        }
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
        return faces(image, detect(image));
    }

    private List<DetectedFace> faces(BgrImage image, List<FaceBox> boxes) {
        List<FaceBox> large = boxes.stream().filter(this::hasAttributes).toList();
        List<FaceAttributes> described = large.isEmpty() ? List.of() : describe(crop(image, large), large.size());
        List<DetectedFace> faces = new ArrayList<>(boxes.size());
        ColoursAround colours = new ColoursAround(image, boxes);
        int next = 0;
        for (FaceBox box : boxes) {
            FaceAttributes known = hasAttributes(box) ? described.get(next++) : FaceAttributes.UNKNOWN;
            faces.add(new DetectedFace(fractions(box, image), Rounding.tenThousandth(box.score()), known)
                    .withClothing(colours.below(box))
                    .withHair(colours.above(box)));
        }
        return faces;
    }

    /** The same faces, the large ones with what they look like, sealed: of the smallest nothing can be told. */
    private List<DetectedFace> withEmbeddings(BgrImage image, List<FaceBox> boxes, List<DetectedFace> faces) {
        List<FaceBox> large = boxes.stream().filter(FaceAnalyzer::showsALook).toList();
        float[][] embeddings = large.isEmpty() ? new float[0][] : embed(cropForEmbedding(image, large), large.size());
        List<DetectedFace> known = new ArrayList<>(faces.size());
        int next = 0;
        for (int index = 0; index < faces.size(); index++) {
            boolean shows = showsALook(boxes.get(index));
            known.add(shows ? faces.get(index).withEmbedding(sealer.seal(embeddings[next++])) : faces.get(index));
        }
        return known;
    }

    private static boolean showsALook(FaceBox box) {
        return box.longerSide() >= LEAST_LOOK_PIXELS;
    }

    /** First stage: the pixels of a JPEG. */
    public BgrImage decode(byte[] jpeg) throws AnalysisException {
        return decoder.decode(jpeg);
    }

    /** Second stage: where faces are, best first, in pixels of the picture. */
    public List<FaceBox> detect(BgrImage image) {
        return networks.detector().detect(image);
    }

    /** Whether there are the third and the fourth stage: a bundle may have a detector alone. */
    public boolean hasAttributes() {
        return networks.attributes() != null;
    }

    /** Third stage: the faces cut out, one after the other, as the attribute network takes them; IllegalStateException where there is none. */
    public byte[] crop(BgrImage image, List<FaceBox> boxes) {
        requireAttributes();
        return crop(image, boxes, attributeSettings.inputSize(), attributeSettings.cropScale());
    }

    /** Fourth stage: what the faces in so many crops appear to be. */
    public List<FaceAttributes> describe(byte[] crops, int count) {
        requireAttributes();
        double genderThreshold = attributeSettings.genderThreshold();
        return probabilities(crops, count).stream()
                .map(face -> face.attributes(genderThreshold))
                .toList();
    }

    /** All that the attribute network says about the faces in so many crops, from which {@link #describe} takes the most probable. */
    public List<FaceProbabilities> probabilities(byte[] crops, int count) {
        requireAttributes();
        return networks.attributes().probabilities(crops, count);
    }

    /** Whether there is a fifth stage: settings ask for it, and it was found in the bundle. */
    public boolean hasEmbeddings() {
        return networks.embedding() != null;
    }

    /** The faces cut out as the embedding network takes them; IllegalStateException where there is none. */
    public byte[] cropForEmbedding(BgrImage image, List<FaceBox> boxes) {
        requireEmbeddings();
        return crop(image, boxes, embeddingSettings.inputSize(), embeddingSettings.cropScale());
    }

    /**
     * Fifth stage: for the face in each of so many crops, a direction of unit length; the smaller the angle between two, the more alike the
     * faces. It must stay in memory: no table, event, log or message may hold one, and state only a sealed one.
     *
     * @return count arrays of as many numbers as the bundle has dimensions
     * @throws IllegalStateException where there is no embedding network
     */
    public float[][] embed(byte[] crops, int count) {
        requireEmbeddings();
        return networks.embedding().embed(crops, count);
    }

    /** Whether a face is large enough that more than a guess can be told about it, and there is a network that tells it. */
    public boolean hasAttributes(FaceBox box) {
        return hasAttributes() && box.longerSide() >= attributeSettings.minFacePixels();
    }

    @Override
    public void close() {
        networks.close();
        decoder.close();
    }

    private void requireAttributes() {
        if (!hasAttributes()) {
            throw new IllegalStateException("the bundle has no attribute network; ask hasAttributes first");
        }
    }

    private void requireEmbeddings() {
        if (!hasEmbeddings()) {
            throw new IllegalStateException("embeddings are off; ask for them in the analyzer's settings");
        }
    }

    private static byte[] crop(BgrImage image, List<FaceBox> boxes, int size, double scale) {
        FaceCrop crop = new FaceCrop(size);
        byte[] crops = new byte[boxes.size() * crop.bytes()];
        for (int i = 0; i < boxes.size(); i++) {
            FaceBox box = boxes.get(i);
            crop.cut(image, box.centerX(), box.centerY(), box.longerSide() * scale, crops, i * crop.bytes());
        }
        return crops;
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
}
