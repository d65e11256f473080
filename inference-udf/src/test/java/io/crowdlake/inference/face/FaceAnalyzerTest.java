package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Offset.offset;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Frames;
import io.crowdlake.inference.Pictures;
import io.crowdlake.inference.TinyBundle;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With networks whose answers can be worked out by hand: see make_tiny_bundle.py. */
class FaceAnalyzerTest {

    private final FaceAnalyzer analyzer = FaceAnalyzer.open(TinyBundle.load(), 25_000_000);

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

    private static void assertIsNear(BoundingBox box, double x, double y, double width, double height) {
        assertThat(box.x()).isCloseTo(x, offset(0.01));
        assertThat(box.y()).isCloseTo(y, offset(0.01));
        assertThat(box.width()).isCloseTo(width, offset(0.01));
        assertThat(box.height()).isCloseTo(height, offset(0.01));
    }
}
