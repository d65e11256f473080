package io.crowdlake.counting;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import java.time.Instant;
import java.util.List;

/** Faces, frames and visits for tests. */
public final class Faces {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final String MODEL = "crowdlake-faces 0.1.0";

    private Faces() {}

    /** Seconds after {@link #NOON}. */
    public static Instant at(double seconds) {
        return NOON.plusNanos(Math.round(seconds * 1e9));
    }

    public static FrameAnalysis frame(long sequence, Instant time, DetectedFace... faces) {
        return new FrameAnalysis(
                "camera-1", "boot-1", sequence, time, null, time, 1280, 720, MODEL, List.of(faces), null);
    }

    /** A sure face of 5 % of the frame's width, with its centre at the given place (fractions of the frame). */
    public static DetectedFace face(double x, double y) {
        return face(x, y, 0.95, woman(30));
    }

    public static DetectedFace face(double x, double y, double score, FaceAttributes attributes) {
        double width = 0.05;
        double height = 0.10;
        BoundingBox box = new BoundingBox(
                Math.max(0, Math.min(1 - width, x - width / 2)),
                Math.max(0, Math.min(1 - height, y - height / 2)),
                width,
                height);
        return new DetectedFace(box, score, attributes);
    }

    public static FaceAttributes woman(double years) {
        return attributes(years, Gender.FEMALE, 0.9);
    }

    public static FaceAttributes man(double years) {
        return attributes(years, Gender.MALE, 0.9);
    }

    public static FaceAttributes attributes(double years, Gender gender, double genderConfidence) {
        return new FaceAttributes(years, AgeBand.ofYears(years), 0.6, gender, genderConfidence, Emotion.NEUTRAL, 0.7);
    }

    public static Visit visit(String id, double from, double to, FaceAttributes attributes) {
        return new Visit(id, "camera-1", at(from), at(to), 3, attributes, Recognition.UNKNOWN, MODEL);
    }
}
