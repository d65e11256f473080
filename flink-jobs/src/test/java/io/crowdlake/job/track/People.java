package io.crowdlake.job.track;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames of people for tests. */
public final class People {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final String MODEL = "crowdlake-faces 0.1.0";

    private People() {}

    /** Seconds after {@link #NOON}. */
    public static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1e3));
    }

    /** A frame of {@code camera-1} with one face at each given place across the view (0..1). */
    public static FrameAnalysis frame(long sequence, double seconds, double... places) {
        List<DetectedFace> faces = new ArrayList<>();
        for (double place : places) {
            faces.add(face(place, 0.5, 0.95, attributes(30, Gender.FEMALE)));
        }
        return frame("camera-1", sequence, at(seconds), faces);
    }

    public static FrameAnalysis frame(String camera, long sequence, Instant time, List<DetectedFace> faces) {
        Origin origin = new Origin("camera-frames", 0, sequence);
        return new FrameAnalysis(camera, "boot-1", sequence, time, null, time, 640, 480, MODEL, faces, origin);
    }

    /** The same frame, captured so much later in another boot. */
    public static FrameAnalysis later(FrameAnalysis frame, String boot, Duration by) {
        Instant time = frame.capturedAt().plus(by);
        return new FrameAnalysis(
                frame.deviceId(),
                boot,
                frame.sequence(),
                time,
                null,
                time,
                640,
                480,
                MODEL,
                frame.faces(),
                frame.origin());
    }

    /**
     * A history of one camera, drawn: people walk through or stand, boxes jitter, are missed now and then or weak, and the camera is off
     * for a while, at 1 to 10 frames a second.
     */
    public static List<FrameAnalysis> history(String camera, long seed, double seconds) {
        Random random = new Random(seed);
        double framesPerSecond = 1 + random.nextInt(10);
        double offFrom = random.nextDouble() * seconds;
        double offTo = offFrom + random.nextInt(4) * 20;
        int people = random.nextInt(8);
        double[][] ways = new double[people][];
        FaceAttributes[] looks = new FaceAttributes[people];
        for (int person = 0; person < people; person++) {
            ways[person] = new double[] {
                random.nextDouble() * seconds,
                random.nextDouble() * 30,
                random.nextDouble(),
                random.nextDouble(),
                random.nextInt(3) == 0 ? 0 : 0.2 * (random.nextDouble() - 0.5)
            };
            looks[person] = attributes(5 + random.nextInt(80), random.nextBoolean() ? Gender.FEMALE : Gender.MALE);
        }
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number < seconds * framesPerSecond; number++) {
            double time = number / framesPerSecond;
            List<DetectedFace> faces = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                double elapsed = time - ways[person][0];
                double x = ways[person][2] + ways[person][4] * elapsed + 0.004 * random.nextGaussian();
                boolean there = elapsed >= 0 && elapsed <= ways[person][1] && x > 0 && x < 1;
                if (there && random.nextInt(12) > 0) {
                    faces.add(face(x, ways[person][3], 0.4 + 0.6 * random.nextDouble(), looks[person]));
                }
            }
            if (time < offFrom || time > offTo) {
                frames.add(frame(camera, number, at(time), faces));
            }
        }
        return frames;
    }

    private static DetectedFace face(double x, double y, double score, FaceAttributes attributes) {
        double left = Math.max(0, Math.min(0.94, x - 0.03));
        double top = Math.max(0, Math.min(0.92, y - 0.04));
        return new DetectedFace(new BoundingBox(left, top, 0.06, 0.08), score, attributes);
    }

    private static FaceAttributes attributes(double years, Gender gender) {
        return new FaceAttributes(years, AgeBand.ofYears(years), 0.6, gender, 0.9, Emotion.HAPPINESS, 0.7);
    }
}
