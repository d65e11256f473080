package io.crowdlake.counting;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;

/** People on straight ways through a camera's view, seen at a frame rate with the jitter of a detector. */
public final class Walk {

    private static final double JITTER = 0.003;

    private final List<DoubleFunction<DetectedFace>> people = new ArrayList<>();
    private final Random random;

    public Walk(long seed) {
        random = new Random(seed);
    }

    /** Someone at (x, y) from {@code from} to {@code to} (seconds), moving by (dx, dy) of the frame each second. */
    public Walk person(double from, double to, double x, double y, double dx, double dy, FaceAttributes attributes) {
        people.add(time -> {
            if (time < from || time > to) {
                return null;
            }
            double jitterX = random.nextGaussian() * JITTER;
            double jitterY = random.nextGaussian() * JITTER;
            double elapsed = time - from;
            return Faces.face(x + dx * elapsed + jitterX, y + dy * elapsed + jitterY, 0.85, attributes);
        });
        return this;
    }

    /** Frames from 0 to the given second. */
    public List<FrameAnalysis> frames(double framesPerSecond, double seconds) {
        List<FrameAnalysis> frames = new ArrayList<>();
        for (int number = 0; number <= seconds * framesPerSecond; number++) {
            double time = number / framesPerSecond;
            List<DetectedFace> faces = new ArrayList<>();
            for (DoubleFunction<DetectedFace> person : people) {
                DetectedFace face = person.apply(time);
                if (face != null) {
                    faces.add(face);
                }
            }
            Collections.shuffle(faces, random);
            frames.add(Faces.frame(number, Faces.at(time), faces.toArray(DetectedFace[]::new)));
        }
        return frames;
    }
}
