package io.crowdlake.evaluation.report;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.evaluation.labels.AgeLabel;
import io.crowdlake.evaluation.labels.FaceLabel;
import io.crowdlake.evaluation.metric.FrameBoxes;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.face.FaceBox;
import java.util.List;
import java.util.Optional;

/** Small reports whose figures can be worked out by hand. */
public final class Reports {

    public static final ModelFacts MODEL = new ModelFacts("tiny 1.0", "tiny.zip", Precision.INT8, 0.5, 0.65);
    public static final Speed SPEED = new Speed(2, 50.0);
    public static final Detection DETECTION = detection();

    private Reports() {}

    public static Counts counts(long measured) {
        return new Counts("data", measured + 1, measured, 0, List.of("a.jpg is missing"));
    }

    static FacesReport.Answer face(
            String race, String age, Gender gender, double years, Gender told, double confidence) {
        FaceLabel label = new FaceLabel("a.jpg", AgeLabel.parse(age).orElseThrow(), gender, Optional.ofNullable(race));
        return new FacesReport.Answer(
                label, new FaceAttributes(years, AgeBand.ofYears(years), 0.5, told, confidence, Emotion.NEUTRAL, 0.9));
    }

    public static FacesReport faces() {
        List<FacesReport.Answer> answers = List.of(
                face("A", "20-29", Gender.FEMALE, 26, Gender.FEMALE, 0.9),
                face("A", "20-29", Gender.FEMALE, 31, Gender.MALE, 0.6),
                face("B", "30-39", Gender.MALE, 52, Gender.MALE, 0.8),
                face("B", "3-9", Gender.MALE, 6.5, Gender.FEMALE, 0.7));
        return FacesReport.of(MODEL, counts(4), DETECTION, answers, SPEED);
    }

    static EmotionReport.Answer emotion(Emotion truth, Emotion told, double confidence) {
        return new EmotionReport.Answer(
                truth, new FaceAttributes(30.0, AgeBand.AGE_30_39, 0.5, Gender.FEMALE, 0.9, told, confidence));
    }

    public static EmotionReport emotion() {
        return EmotionReport.of(
                MODEL,
                new Counts("data", 8, 5, 3, List.of()),
                DETECTION,
                List.of(
                        emotion(Emotion.HAPPINESS, Emotion.HAPPINESS, 0.9),
                        emotion(Emotion.HAPPINESS, Emotion.HAPPINESS, 0.9),
                        emotion(Emotion.HAPPINESS, Emotion.NEUTRAL, 0.5),
                        emotion(Emotion.SADNESS, Emotion.SADNESS, 0.5),
                        emotion(Emotion.FEAR, Emotion.SURPRISE, 0.5)),
                SPEED);
    }

    static FrameBoxes frame(String file, List<FaceBox> found, List<FaceBox> faces) {
        return new FrameBoxes(file, found, faces, List.of());
    }

    static FaceBox square(double x, double side, double score) {
        return new FaceBox(x, 0, x + side, side, score);
    }

    public static BoxesReport boxes() {
        return BoxesReport.of(
                MODEL,
                counts(3),
                List.of(
                        frame("one.gif", List.of(square(0, 30, 0.9)), List.of(square(0, 30, 1), square(200, 60, 1))),
                        frame("one.gif", List.of(square(0, 30, 0.45)), List.of(square(0, 30, 1))),
                        frame("none.gif", List.of(square(0, 30, 0.55)), List.of())),
                SPEED);
    }

    private static Detection detection() {
        Detection.Counter counter = new Detection.Counter();
        counter.detected();
        counter.detected();
        counter.doubtful();
        counter.unseen();
        return counter.detection();
    }
}
