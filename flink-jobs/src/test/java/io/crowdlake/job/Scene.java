package io.crowdlake.job;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.contracts.Origin;
import io.crowdlake.job.ingest.HubRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What some cameras send, message by message, the same every time: people who come and go, frames in the wrong order, frames sent twice, and
 * rubbish of each kind. Now and then a camera tells how it is doing. The last camera analyses its frames itself. The last two frames of a camera come hours later, so that everything
 * before them closes.
 */
final class Scene {

    static final int CAMERAS = 4;
    static final int MESSAGES_PER_CAMERA = 300;
    static final int MESSAGES = CAMERAS * MESSAGES_PER_CAMERA;
    static final int LAST = MESSAGES_PER_CAMERA - 1;
    static final int BROKEN_BYTES = 3;

    private static final Instant START = Instant.parse("2025-03-01T10:00:00Z");
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(200);
    private static final int FRAMES_BETWEEN_PEOPLE = 30;
    private static final int FRAMES_OF_A_VISIT = 20;

    private Scene() {}

    static HubRecord message(long index) {
        int camera = (int) index / MESSAGES_PER_CAMERA;
        int number = (int) index % MESSAGES_PER_CAMERA;
        Origin origin = new Origin("camera-frames", camera, number);
        int sequence = sequence(number);
        return switch (number % 50) {
            case 25 ->
                HubRecord.of(new DeadLetter(
                        DeadLetterReason.HEADER_INVALID, "no sequence", device(camera), origin, 9, null, START));
            case 26 -> frame(camera, sequence, "parking-analysis", "image/jpeg", new byte[] {1}, origin);
            case 27 ->
                frame(camera, sequence, CognitiveTypes.CAMFRAME_ANALYSIS, "image/jpeg", new byte[BROKEN_BYTES], origin);
            case 28 -> heartbeat(camera, number, origin);
            default ->
                camera == CAMERAS - 1
                        ? edgeAnalysis(camera, sequence, origin)
                        : frame(
                                camera,
                                sequence,
                                CognitiveTypes.CAMFRAME_ANALYSIS,
                                "image/jpeg",
                                new byte[] {1},
                                origin);
        };
    }

    /** Different frames that can be analysed, without the two that close. */
    static long distinctFrames() {
        return IntStream.range(0, LAST - 1)
                        .filter(number -> !isDeadLetter(number) && !isHeartbeat(number))
                        .map(Scene::sequence)
                        .distinct()
                        .count()
                * CAMERAS;
    }

    static long deadLetters() {
        return IntStream.range(0, MESSAGES_PER_CAMERA)
                        .filter(Scene::isDeadLetter)
                        .count()
                * CAMERAS;
    }

    static long heartbeats() {
        return IntStream.range(0, MESSAGES_PER_CAMERA)
                        .filter(Scene::isHeartbeat)
                        .count()
                * CAMERAS;
    }

    static long visits() {
        return (long) (LAST / FRAMES_BETWEEN_PEOPLE + 1) * CAMERAS;
    }

    /** Number of the visit, from 0, at the time of a frame. */
    static int person(int sequence) {
        return sequence / FRAMES_BETWEEN_PEOPLE;
    }

    static boolean isBeforeTheEnd(Instant time) {
        return time.isBefore(START.plus(Duration.ofHours(1)));
    }

    static FrameAnalysis analysis(CameraFrame frame) {
        return new FrameAnalysis(
                frame.deviceId(),
                frame.bootId(),
                frame.sequence(),
                frame.capturedAt(),
                frame.enqueuedAt(),
                frame.capturedAt().plusMillis(50),
                640,
                480,
                "fake 1.0.0",
                faces((int) frame.sequence()),
                frame.origin());
    }

    private static boolean isDeadLetter(int number) {
        int kind = number % 50;
        return kind == 25 || kind == 26 || kind == 27;
    }

    private static boolean isHeartbeat(int number) {
        return number % 50 == 28;
    }

    /** Every forty messages one comes twice, every ten two change places. */
    private static int sequence(int number) {
        if (number % 40 == 39) {
            return number - 1;
        }
        return switch (number % 10) {
            case 3 -> number + 1;
            case 4 -> number - 1;
            default -> number;
        };
    }

    private static String device(int camera) {
        return "camera-" + camera;
    }

    private static HubRecord frame(
            int camera, int sequence, String cognitiveType, String contentType, byte[] payload, Origin origin) {
        return HubRecord.of(new CameraFrame(
                device(camera),
                "boot",
                sequence,
                capturedAt(sequence),
                null,
                cognitiveType,
                contentType,
                payload,
                origin));
    }

    private static HubRecord heartbeat(int camera, int number, Origin origin) {
        DeviceTelemetry telemetry = new DeviceTelemetry(
                device(camera),
                capturedAt(number),
                number,
                number,
                0,
                0,
                null,
                "0.1.0",
                BETWEEN_FRAMES.multipliedBy(number),
                null);
        byte[] json = JsonCodec.write(telemetry);
        return frame(camera, number, CognitiveTypes.DEVICE_TELEMETRY, "application/json", json, origin);
    }

    private static HubRecord edgeAnalysis(int camera, int sequence, Origin origin) {
        HubRecord asFrame =
                frame(camera, sequence, CognitiveTypes.CAMFRAME_ANALYSIS, "application/json", new byte[0], origin);
        byte[] json = JsonCodec.write(analysis(asFrame.frame()));
        return frame(camera, sequence, CognitiveTypes.CAMFRAME_ANALYSIS, "application/json", json, origin);
    }

    private static Instant capturedAt(int sequence) {
        int atTheEnd = sequence - (LAST - 2);
        return atTheEnd > 0
                ? START.plus(Duration.ofHours(3L * atTheEnd))
                : START.plus(BETWEEN_FRAMES.multipliedBy(sequence));
    }

    private static List<DetectedFace> faces(int sequence) {
        List<DetectedFace> faces = new ArrayList<>();
        int person = person(sequence);
        int step = sequence % FRAMES_BETWEEN_PEOPLE;
        if (step < FRAMES_OF_A_VISIT && sequence < LAST - 1) {
            boolean woman = person % 2 == 0;
            faces.add(new DetectedFace(
                    new BoundingBox(0.1 + 0.02 * step, 0.3, 0.15, 0.2),
                    0.9,
                    new FaceAttributes(
                            woman ? 34.0 : 52.0,
                            woman ? AgeBand.AGE_30_39 : AgeBand.AGE_50_59,
                            0.8,
                            woman ? Gender.FEMALE : Gender.MALE,
                            0.9,
                            Emotion.HAPPINESS,
                            0.7)));
        }
        return faces;
    }
}
