package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One full example of each record, and one with nothing that may be left out. */
final class Samples {

    static final Instant TIME = Instant.parse("2026-05-01T10:00:00.125Z");
    static final Origin ORIGIN = new Origin("camera-frames", 3, 1234);
    static final FaceAttributes ATTRIBUTES =
            new FaceAttributes(31.5, AgeBand.AGE_30_39, 0.8, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.7);

    private Samples() {}

    static Stream<Object> all() {
        return Stream.of(
                frameAnalysis(),
                new FrameAnalysis("cam", "b", 0, TIME, null, TIME, 1, 1, "m 1", List.of(), null),
                visit(),
                crowdDemographics(),
                deadLetter(),
                new DeadLetter(DeadLetterReason.BODY_EMPTY, null, null, null, 0, null, TIME),
                deviceTelemetry(),
                new DeviceTelemetry("cam", TIME, 0, 0, 0, 0, null, "1", Duration.ZERO, null),
                cameraLayouts(),
                CameraLayouts.NONE);
    }

    /** Those that have something in every field. */
    static Stream<Object> full() {
        return Stream.of(
                frameAnalysis(), visit(), crowdDemographics(), deadLetter(), deviceTelemetry(), cameraLayouts());
    }

    static FrameAnalysis frameAnalysis() {
        DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.2, 0.3, 0.4), 0.95, ATTRIBUTES, "visit-1")
                .withClothing(new Colour(46, 74, 107))
                .withHair(new Colour(61, 42, 32));
        return new FrameAnalysis(
                "entrance-1",
                "boot-7",
                42,
                TIME,
                TIME.plusMillis(80),
                TIME.plusMillis(120),
                640,
                360,
                "crowdlake-faces 0.1.0",
                List.of(face),
                ORIGIN);
    }

    static Visit visit() {
        return new Visit(
                "visit-1",
                "entrance-1",
                TIME,
                TIME.plusSeconds(60),
                100,
                ATTRIBUTES,
                Recognition.NEW,
                "faces 1",
                List.of(new LineCrossing("door", CrossingDirection.IN, TIME.plusSeconds(2))),
                List.of(new ZoneStay("till", TIME.plusSeconds(10), TIME.plusSeconds(30))),
                Heading.DOWN_LEFT);
    }

    static CrowdDemographics crowdDemographics() {
        return new CrowdDemographics(
                "entrance-1",
                TIME,
                TIME.plusSeconds(3600),
                2,
                true,
                360,
                9,
                8,
                7,
                6,
                3,
                4,
                1.25,
                30.0,
                20.0,
                60.0,
                List.of(new AgeGenderCount(AgeBand.AGE_60_PLUS, Gender.MALE, 9)),
                List.of(new EmotionGenderCount(Emotion.NEUTRAL, Gender.MALE, 9)),
                "faces 1",
                TIME.plusSeconds(3700),
                List.of(new LineCount("door", 8, 7)),
                List.of(new ZoneCount("till", 5, 6, 2, 0.25, 30.0, 25.0, 55.0)));
    }

    static DeadLetter deadLetter() {
        return new DeadLetter(
                DeadLetterReason.IMAGE_INVALID, "body is no JPEG", "entrance-1", ORIGIN, 17, TIME, TIME.plusSeconds(1));
    }

    static CameraLayouts cameraLayouts() {
        CountingLine door = new CountingLine("door", new Point(0.1, 0.6), new Point(0.9, 0.6), Heading.DOWN);
        Zone till = new Zone("till", List.of(new Point(0.5, 0.5), new Point(1, 0.5), new Point(1, 1)));
        return new CameraLayouts(
                Map.of("entrance-1", new CameraLayout(List.of(door), List.of(till))),
                new CameraLayout(List.of(), List.of(till)));
    }

    static DeviceTelemetry deviceTelemetry() {
        return new DeviceTelemetry(
                "entrance-1", TIME, 1005, 1000, 2, 3, 51.5, "0.1.0", Duration.ofMinutes(90), "the hub does not answer");
    }
}
