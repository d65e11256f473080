package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Frames;
import io.crowdlake.inference.Keys;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.RecognitionPolicy;
import io.crowdlake.inference.TinyBundle;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.image.BgrImage;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.inference.seal.SealingKey;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With networks whose answers can be worked out by hand: see make_tiny_bundle.py. */
class FaceAnalyzerTest {

    @TempDir
    Path folder;

    private final FaceAnalyzer analyzer = FaceAnalyzer.open(TinyBundle.load(), TinyBundle.settings());

    @AfterEach
    void close() {
        analyzer.close();
    }

    @Test
    void anAnalysisSaysWhereAndWhatAFaceIs() throws AnalysisException {
        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(7, Pictures.oneFace()));

        assertThat(analysis.frameWidth()).isEqualTo(320);
        assertThat(analysis.frameHeight()).isEqualTo(240);
        assertThat(analysis.modelVersion()).isEqualTo("tiny 1.0");
        assertThat(analysis.faces()).hasSize(1);
        DetectedFace face = analysis.faces().get(0);
        assertIsNear(face.box(), 40 / 320.0, 30 / 240.0, 60 / 320.0, 60 / 240.0);
        assertThat(face.score()).isEqualTo(0.9);
        FaceAttributes attributes = face.attributes();
        assertThat(attributes.ageYears()).isCloseTo(31.4, offset(2.0));
        assertThat(attributes.ageBand()).isEqualTo(AgeBand.AGE_30_39);
        assertThat(attributes.ageConfidence()).isEqualTo(0.7);
        assertThat(attributes.gender()).isEqualTo(Gender.FEMALE);
        assertThat(attributes.genderConfidence()).isCloseTo(0.9, offset(0.02));
        assertThat(attributes.emotion()).isEqualTo(Emotion.HAPPINESS);
        assertThat(attributes.emotionConfidence()).isEqualTo(0.825);
    }

    @Test
    void anAnalysisCarriesTheIdentityOfItsFrame() throws AnalysisException {
        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(7, Pictures.oneFace()));

        assertThat(analysis.deviceId()).isEqualTo("camera-1");
        assertThat(analysis.bootId()).isEqualTo("boot-1");
        assertThat(analysis.sequence()).isEqualTo(7);
        assertThat(analysis.capturedAt()).isEqualTo(Frames.CAPTURED_AT);
        assertThat(analysis.enqueuedAt()).isEqualTo(Frames.CAPTURED_AT.plusSeconds(1));
        assertThat(analysis.origin().offset()).isEqualTo(107);
        assertThat(analysis.analyzedAt()).isAfter(Frames.CAPTURED_AT.minusSeconds(1));
    }

    @Test
    void aFrameWithoutPeopleHasNoFaces() throws AnalysisException {
        assertThat(analyzer.analyze(Frames.jpeg(1, Pictures.jpeg(Pictures.black(320, 240))))
                        .faces())
                .isEmpty();
    }

    @Test
    void facesOfOneFrameKeepTheirOwnAttributes() throws AnalysisException {
        BufferedImage picture = Pictures.black(320, 240);
        Pictures.withFace(picture, 20, 20, 50, Pictures.HAPPY_WOMAN);
        Pictures.withFace(picture, 200, 150, 70, Pictures.SAD_MAN);

        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, Pictures.jpeg(picture)));

        assertThat(analysis.faces())
                .extracting(
                        face -> face.box().x() < 0.5, face -> face.attributes().gender(), face -> face.attributes()
                                .emotion())
                .containsExactlyInAnyOrder(
                        tuple(true, Gender.FEMALE, Emotion.HAPPINESS), tuple(false, Gender.MALE, Emotion.SADNESS));
    }

    @Test
    void aLargeFrameIsDetectedSmallAndDescribedLarge() throws AnalysisException {
        byte[] jpeg = Pictures.jpeg(Pictures.withFace(Pictures.black(1600, 900), 100, 200, 160, Pictures.HAPPY_WOMAN));

        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, jpeg));

        assertThat(analysis.frameWidth()).isEqualTo(1600);
        assertThat(analysis.faces()).hasSize(1);
        assertIsNear(analysis.faces().get(0).box(), 100 / 1600.0, 200 / 900.0, 160 / 1600.0, 160 / 900.0);
        assertThat(analysis.faces().get(0).attributes().gender()).isEqualTo(Gender.FEMALE);
    }

    @Test
    void aDoubtfulGenderIsUnknown() throws AnalysisException {
        byte[] jpeg = Pictures.jpeg(Pictures.withFace(Pictures.black(320, 240), 40, 30, 60, new Color(200, 128, 80)));

        FaceAttributes attributes =
                analyzer.analyze(Frames.jpeg(1, jpeg)).faces().get(0).attributes();

        assertThat(attributes.gender()).isEqualTo(Gender.UNKNOWN);
        assertThat(attributes.genderConfidence()).isZero();
        assertThat(attributes.ageBand()).isEqualTo(AgeBand.AGE_30_39);
    }

    @Test
    void aFaceOfWhichOneLookLeavesItOpenIsLookedAtOnceMoreInTheMirror() throws AnalysisException {
        // The left half of this face is a woman's with a probability of 0.8, its mirror image's 0.1: together a man's
        // with 0.55.
        BufferedImage picture = Pictures.black(320, 240);
        Pictures.withFace(picture, 40, 30, 60, new Color(200, 26, 80));
        picture.getSubimage(40, 30, 30, 60)
                .createGraphics()
                .drawImage(Pictures.withFace(Pictures.black(30, 60), 0, 0, 60, new Color(200, 204, 80)), 0, 0, null);

        assertThat(genderOf(picture, null)).isEqualTo(Gender.FEMALE);
        assertThat(genderOf(picture, 0.75)).as("it was sure enough").isEqualTo(Gender.FEMALE);
        assertThat(genderOf(picture, 0.85)).as("two looks say different things").isEqualTo(Gender.UNKNOWN);
    }

    /** As told by a network that looks at the left half only. */
    private Gender genderOf(BufferedImage picture, Double mirrorBelow) throws AnalysisException {
        Path bundle = TinyBundle.copyWith(
                folder, "attributes.pt", TinyBundle.content("left-half.pt"), manifest -> ((ObjectNode)
                                manifest.get("attributes"))
                        .put("mirrorBelow", mirrorBelow)
                        .put("cropScale", 1)
                        .remove("int8File"));
        try (FaceAnalyzer mirroring =
                FaceAnalyzer.open(ModelBundle.load(bundle.toString()), AnalyzerSettings.ofBundle(bundle.toString()))) {
            byte[] jpeg = Pictures.jpeg(picture);
            return mirroring
                    .analyze(Frames.jpeg(1, jpeg))
                    .faces()
                    .get(0)
                    .attributes()
                    .gender();
        }
    }

    @Test
    void aSmallFaceCountsButNothingIsSaidAboutIt() throws AnalysisException {
        byte[] jpeg = Pictures.jpeg(Pictures.withFace(Pictures.black(320, 240), 40, 40, 12, Pictures.HAPPY_WOMAN));

        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, jpeg));

        assertThat(analysis.faces()).hasSize(1);
        assertThat(analysis.faces().get(0).attributes()).isEqualTo(FaceAttributes.UNKNOWN);
    }

    @Test
    void aSpeckIsNoFace() throws AnalysisException {
        byte[] jpeg = Pictures.jpeg(Pictures.withFace(Pictures.black(320, 240), 40, 40, 4, Pictures.HAPPY_WOMAN));

        assertThat(analyzer.analyze(Frames.jpeg(1, jpeg)).faces()).isEmpty();
    }

    @Test
    void facesAtEveryEdgeStayWithinTheFrame() throws AnalysisException {
        BufferedImage picture = Pictures.black(320, 240);
        Pictures.withFace(picture, 0, 0, 40, Pictures.HAPPY_WOMAN);
        Pictures.withFace(picture, 280, 200, 40, Pictures.HAPPY_WOMAN);

        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, Pictures.jpeg(picture)));

        assertThat(analysis.faces()).hasSize(2);
        assertThat(analysis.faces()).allMatch(face -> face.attributes().gender() == Gender.FEMALE);
    }

    @Test
    void tinyFramesAreAnalysed() throws AnalysisException {
        FrameAnalysis analysis = analyzer.analyze(Frames.jpeg(1, Pictures.jpeg(Pictures.black(1, 1))));

        assertThat(analysis.frameWidth()).isEqualTo(1);
        assertThat(analysis.faces()).isEmpty();
    }

    @Test
    void aBrokenFrameIsRefusedWithItsReasonAndTheNextOneIsAnalysed() throws AnalysisException {
        AnalysisException e = catchThrowableOfType(
                AnalysisException.class,
                () -> analyzer.analyze(Frames.jpeg(1, "text".getBytes(StandardCharsets.UTF_8))));

        assertThat(e.reason()).isEqualTo(DeadLetterReason.IMAGE_INVALID);
        assertThat(analyzer.analyze(Frames.jpeg(2, Pictures.oneFace())).faces()).hasSize(1);
    }

    @Test
    void theSameFrameAlwaysGivesTheSameFaces() throws AnalysisException {
        byte[] jpeg = Pictures.oneFace();

        assertThat(analyzer.analyze(Frames.jpeg(1, jpeg)).faces())
                .isEqualTo(analyzer.analyze(Frames.jpeg(2, jpeg)).faces());
    }

    @Test
    void eachPrecisionRunsItsOwnFiles() throws AnalysisException {
        // The quantised network tells years in steps of four.
        assertThat(yearsOfOneFace(TinyBundle.settings())).isEqualTo(32);
        assertThat(yearsOfOneFace(TinyBundle.settings().withPrecision(Precision.FP32)))
                .isCloseTo(31.4, offset(2.0))
                .isNotEqualTo(32);
    }

    @Test
    void withoutAQuantisedFileTheOtherOneRuns() throws AnalysisException {
        TinyBundle.copyTo(folder, manifest -> {
            ((ObjectNode) manifest.get("detector")).remove("int8File");
            ((ObjectNode) manifest.get("attributes")).remove("int8File");
        });

        assertThat(yearsOfOneFace(AnalyzerSettings.ofBundle(folder.toString())))
                .isEqualTo(yearsOfOneFace(TinyBundle.settings().withPrecision(Precision.FP32)));
    }

    @Test
    void evaluationSeesTheCandidatesThatAreNoFaces() throws AnalysisException {
        BgrImage image = analyzer.decode(Pictures.oneFace());
        ModelBundle bundle = TinyBundle.load();
        double candidates = bundle.manifest().detector().candidateThreshold();

        assertThat(analyzer.detect(image)).extracting(FaceBox::score).hasSize(1);
        try (FaceAnalyzer all = FaceAnalyzer.open(bundle.withScoreThreshold(candidates), TinyBundle.settings())) {
            assertThat(all.detect(image)).hasSize(2);
            assertThat(all.detect(image).get(1).score()).isCloseTo(0.3, offset(1e-6));
        }
        TinyBundle.copyTo(folder, manifest -> ((ObjectNode) manifest.get("detector")).put("candidateThreshold", 0.4));
        ModelBundle fewer = ModelBundle.load(folder.toString()).withScoreThreshold(0);
        try (FaceAnalyzer all = FaceAnalyzer.open(fewer, TinyBundle.settings())) {
            assertThat(all.detect(image)).hasSize(1);
        }
    }

    @Test
    void theBestCandidatesAreLookedAtWhereThereAreTooMany() throws AnalysisException {
        TinyBundle.copyTo(folder, manifest -> ((ObjectNode) manifest.get("detector"))
                .put("maxCandidates", 1)
                .put("iouThreshold", 1));
        BgrImage image = analyzer.decode(Pictures.oneFace());

        try (FaceAnalyzer one = FaceAnalyzer.open(ModelBundle.load(folder.toString()), TinyBundle.settings())) {
            assertThat(one.detect(image)).singleElement().satisfies(box -> assertThat(box.score())
                    .isCloseTo(0.9, offset(1e-6)));
        }
    }

    @Test
    void allProbabilitiesCanBeSeen() throws AnalysisException {
        BgrImage image = analyzer.decode(Pictures.oneFace());
        List<FaceBox> boxes = analyzer.detect(image);

        FaceProbabilities face =
                analyzer.probabilities(analyzer.crop(image, boxes), 1).get(0);

        assertThat(face.ageBands()).hasSize(7).containsEntry(AgeBand.AGE_30_39, (double) 0.7f);
        assertThat(face.genders()).hasSize(2);
        assertThat(face.genders().get(Gender.FEMALE) + face.genders().get(Gender.MALE))
                .isCloseTo(1, offset(1e-6));
        assertThat(face.emotions()).hasSize(8).containsEntry(Emotion.HAPPINESS, (double) 0.825f);
        assertThat(face.years()).isEqualTo(32);
    }

    @Test
    void embeddingsAreOffUnlessAskedFor() throws AnalysisException {
        BgrImage image = analyzer.decode(Pictures.oneFace());

        assertThat(analyzer.hasEmbeddings()).isFalse();
        assertThatThrownBy(() -> analyzer.cropForEmbedding(image, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("embeddings are off");
        assertThatThrownBy(() -> analyzer.embed(new byte[0], 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void embeddingsOfFacesThatLookAlikeAreAlike() throws AnalysisException {
        BufferedImage picture = Pictures.black(320, 240);
        Pictures.withFace(picture, 20, 20, 50, Pictures.HAPPY_WOMAN);
        Pictures.withFace(picture, 200, 20, 60, Pictures.HAPPY_WOMAN);
        Pictures.withFace(picture, 200, 150, 70, Pictures.SAD_MAN);
        BgrImage image = Pictures.image(picture);
        List<FaceBox> boxes = List.of(
                new FaceBox(20, 20, 70, 70, 1), new FaceBox(200, 20, 260, 80, 1), new FaceBox(200, 150, 270, 220, 1));

        for (Precision precision : Precision.values()) {
            AnalyzerSettings settings =
                    TinyBundle.settings().withPrecision(precision).withEmbeddings();
            try (FaceAnalyzer embedding = FaceAnalyzer.open(TinyBundle.load(), settings)) {
                float[][] embeddings = embedding.embed(embedding.cropForEmbedding(image, boxes), 3);

                assertThat(embeddings).hasDimensions(3, 12);
                for (float[] one : embeddings) {
                    assertThat(product(one, one)).isCloseTo(1, offset(1e-5));
                }
                assertThat(product(embeddings[0], embeddings[1])).isCloseTo(1, offset(1e-5));
                assertThat(product(embeddings[0], embeddings[2])).isLessThan(0.8);
                assertThat(embedding.embed(new byte[0], 0)).isEmpty();
            }
        }
    }

    @Test
    void noFaceHasRoomForAnEmbeddingInClear() throws AnalysisException {
        try (FaceAnalyzer embedding =
                FaceAnalyzer.open(TinyBundle.load(), TinyBundle.settings().withEmbeddings())) {
            FrameAnalysis with = embedding.analyze(Frames.jpeg(1, Pictures.oneFace()));
            FrameAnalysis without = analyzer.analyze(Frames.jpeg(1, Pictures.oneFace()));

            assertThat(with.faces()).isEqualTo(without.faces());
            assertThat(with.faces().toString()).isEqualTo(without.faces().toString());
        }
        assertThat(DetectedFace.class.getRecordComponents())
                .noneMatch(component -> component.getType().isArray());
        assertThat(FaceAttributes.class.getRecordComponents())
                .noneMatch(component -> component.getType().isArray());
    }

    @Test
    void whereRecognitionIsOnLargeFacesCarryWhatTheyLookLikeSealed() throws AnalysisException, IOException {
        BufferedImage picture = Pictures.black(320, 240);
        Pictures.withFace(picture, 20, 20, 50, Pictures.HAPPY_WOMAN);
        Pictures.withFace(picture, 200, 150, 70, Pictures.SAD_MAN);
        Pictures.withFace(picture, 150, 20, 16, Pictures.SAD_MAN);
        String key = Keys.file(folder, 1);
        EmbeddingSealer sealer = new EmbeddingSealer(SealingKey.read(key));
        RecognitionPolicy policy = new RecognitionPolicy(key, Set.of("camera-of-the-staff-room"));

        try (FaceAnalyzer recognizing =
                FaceAnalyzer.open(TinyBundle.load(), TinyBundle.settings().withRecognition(policy))) {
            FrameAnalysis analysis = recognizing.analyze(Frames.jpeg(1, Pictures.jpeg(picture)));

            assertThat(analysis.faces()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(face -> {
                boolean large = Math.max(face.box().width() * 320, face.box().height() * 240) >= 16;
                assertThat(face.embedding() != null).isEqualTo(large);
                if (large) {
                    assertThat(product(sealer.open(face.embedding()), sealer.open(face.embedding())))
                            .isCloseTo(1, offset(1e-5));
                }
            });
            assertThat(analysis.faces().stream()
                            .map(face -> face.withEmbedding(null))
                            .toList())
                    .isEqualTo(analyzer.analyze(Frames.jpeg(1, Pictures.jpeg(picture)))
                            .faces());
        }
    }

    @Test
    void whereACameraTakesNoPartNobodyIsRecognized() throws AnalysisException, IOException {
        RecognitionPolicy policy = new RecognitionPolicy(Keys.file(folder, 1), Set.of("camera-1"));

        try (FaceAnalyzer recognizing =
                FaceAnalyzer.open(TinyBundle.load(), TinyBundle.settings().withRecognition(policy))) {
            assertThat(recognizing.analyze(Frames.jpeg(1, Pictures.oneFace())).faces())
                    .hasSize(1)
                    .extracting(DetectedFace::embedding)
                    .containsOnlyNulls();
        }
    }

    @Test
    void aKeyThatIsNotThereIsToldBeforeTheFirstFrame() {
        RecognitionPolicy policy =
                new RecognitionPolicy(folder.resolve("missing").toString(), Set.of());

        assertThatThrownBy(() -> FaceAnalyzer.open(
                        TinyBundle.load(), TinyBundle.settings().withRecognition(policy)))
                .isInstanceOf(SealingException.class)
                .hasMessageStartingWith("recognition.key-file is " + folder.resolve("missing"));
    }

    @Test
    void aBundleMayHaveADetectorAlone() throws AnalysisException {
        TinyBundle.copyTo(folder, manifest -> manifest.remove("attributes"));

        try (FaceAnalyzer counting = FaceAnalyzer.open(ModelBundle.load(folder.toString()), TinyBundle.settings())) {
            FrameAnalysis analysis = counting.analyze(Frames.jpeg(1, Pictures.oneFace()));

            assertThat(analysis.faces()).singleElement().satisfies(face -> assertThat(face.attributes())
                    .isEqualTo(FaceAttributes.UNKNOWN));
            assertThat(counting.hasAttributes()).isFalse();
            assertThatThrownBy(() -> counting.describe(new byte[0], 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aNetworkMayKnowLess() throws AnalysisException {
        // The tiny network's outputs in another place and with another unit: a hundredth of its "years", no bands, no
        // emotion.
        TinyBundle.copyTo(folder, manifest -> {
            ObjectNode attributes = (ObjectNode) manifest.get("attributes");
            attributes.remove(List.of("ageBands", "emotions"));
            ObjectNode output = attributes.putObject("output");
            output.putObject("ageYears").put("index", 1).put("scale", 0.5);
            output.putObject("genders").put("index", 2).put("activation", "softmax");
        });

        try (FaceAnalyzer other = FaceAnalyzer.open(ModelBundle.load(folder.toString()), TinyBundle.settings())) {
            FaceAttributes attributes = other.analyze(Frames.jpeg(1, Pictures.oneFace()))
                    .faces()
                    .get(0)
                    .attributes();

            assertThat(attributes.ageYears()).isEqualTo(16);
            assertThat(attributes.ageBand()).isEqualTo(AgeBand.AGE_16_19);
            assertThat(attributes.ageConfidence()).isEqualTo(1);
            // Softmax of 0.9 and 0.1.
            assertThat(attributes.gender()).isEqualTo(Gender.FEMALE);
            assertThat(attributes.genderConfidence()).isCloseTo(0.69, offset(0.01));
            assertThat(attributes.emotion()).isEqualTo(Emotion.UNKNOWN);
        }
    }

    private double yearsOfOneFace(AnalyzerSettings settings) throws AnalysisException {
        try (FaceAnalyzer opened = FaceAnalyzer.open(ModelBundle.load(settings.modelBundle()), settings)) {
            return opened.analyze(Frames.jpeg(1, Pictures.oneFace()))
                    .faces()
                    .get(0)
                    .attributes()
                    .ageYears();
        }
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void assertIsNear(BoundingBox box, double x, double y, double width, double height) {
        assertThat(box.x()).isCloseTo(x, offset(0.01));
        assertThat(box.y()).isCloseTo(y, offset(0.01));
        assertThat(box.width()).isCloseTo(width, offset(0.01));
        assertThat(box.height()).isCloseTo(height, offset(0.01));
    }
}
