package io.crowdlake.benchmark.windows;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Origin;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What cameras see before which four people walk by at any time: each walks from the left to the right within half a minute, then the next one comes. All
 * frames of one instant come one after the other, camera by camera. A frame is a function of its number, and costs next to nothing to make.
 *
 * @param cameras how many
 * @param framesPerSecond of each
 * @param overtaken of how many frames of a camera one comes after its successor; 0 for none
 */
record WalkingPeople(int cameras, int framesPerSecond, int overtaken) implements Serializable {

    static final int FACES = 4;
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final double WALK_SECONDS = 30;
    private static final double FACE_WIDTH = 0.07;
    private static final double FACE_HEIGHT = 0.1;
    private static final String MODEL = "crowdlake-faces 0.3.0";
    private static final Duration TO_THE_HUB = Duration.ofMillis(80);
    private static final Duration TO_THE_ANALYSIS = Duration.ofMillis(250);

    private static final FaceAttributes[] LOOKS = looks();

    /** The analysis with the given number, from 0. */
    FrameAnalysis analysis(long number) {
        int camera = (int) (number % cameras);
        long sequence = swapped(number / cameras);
        Instant capturedAt = START.plusNanos(sequence * 1_000_000_000L / framesPerSecond);
        return new FrameAnalysis(
                "camera-" + (100_000 + camera),
                "6f1d2c3b4a59",
                sequence,
                capturedAt,
                capturedAt.plus(TO_THE_HUB),
                capturedAt.plus(TO_THE_ANALYSIS),
                1280,
                720,
                MODEL,
                faces(camera, sequence),
                new Origin("camera-frames", camera % 8, number));
    }

    private long swapped(long sequence) {
        if (overtaken == 0 || sequence % overtaken > 1) {
            return sequence;
        }
        return sequence % overtaken == 0 ? sequence + 1 : sequence - 1;
    }

    private List<DetectedFace> faces(int camera, long sequence) {
        List<DetectedFace> faces = new ArrayList<>(FACES);
        for (int lane = 0; lane < FACES; lane++) {
            double walks = sequence / (framesPerSecond * WALK_SECONDS) + (double) lane / FACES + camera * 0.37;
            double way = walks - Math.floor(walks);
            // A person looks the same to the eye all the way, and a little different to the network in each frame.
            int person = (int) (Math.floor(walks) * FACES + lane + camera);
            int look = Math.floorMod(person * 3 + (int) (sequence % 3), LOOKS.length);
            double unsteady = 0.002 * Math.sin(sequence * 1.7 + lane);
            BoundingBox box = new BoundingBox(
                    0.01 + (1 - FACE_WIDTH - 0.02) * way, 0.1 + 0.2 * lane + unsteady, FACE_WIDTH, FACE_HEIGHT);
            faces.add(new DetectedFace(box, 0.92, LOOKS[look])
                    .withClothing(worn(person, sequence))
                    .withHair(worn(person / 3, sequence)));
        }
        return faces;
    }

    /** One of thirty-two colours, a little lighter or darker in each frame. */
    private static Colour worn(int person, long sequence) {
        int light = 60 + (int) (sequence % 5);
        return new Colour(
                light + 40 * Math.floorMod(person, 4),
                light + 40 * Math.floorMod(person / 4, 4),
                light + 80 * Math.floorMod(person / 16, 2));
    }

    /** Three looks each at eight people. */
    private static FaceAttributes[] looks() {
        Emotion[] emotions = {Emotion.NEUTRAL, Emotion.HAPPINESS, Emotion.NEUTRAL};
        FaceAttributes[] looks = new FaceAttributes[24];
        for (int index = 0; index < looks.length; index++) {
            int person = index / 3;
            double years = 12 + 8.5 * person + index % 3;
            looks[index] = new FaceAttributes(
                    years,
                    AgeBand.ofYears(years),
                    0.61,
                    person % 2 == 0 ? Gender.FEMALE : Gender.MALE,
                    0.93,
                    emotions[index % 3],
                    0.72);
        }
        return looks;
    }
}
