package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.annotation.JsonValue;
import io.crowdlake.scene.SceneOptions;
import io.crowdlake.scene.life.CrowdRhythm;
import java.util.Locale;

/** What goes on in a scene, each hard to count in a way of its own. */
public enum Situation {
    /** Two to five people, easy to follow. */
    SPARSE(new CrowdRhythm(9, 24, 5, 1.3, 4.0)),
    /** About ten people, who also walk in front of each other. */
    BUSY(new CrowdRhythm(30, 24, 14, 1.5, 6.5)),
    /** About twenty people, of whom many stand behind others. */
    CROWDED(new CrowdRhythm(60, 24, 26, 1.4, 7.0)),
    /** People who walk through and hardly stop. */
    CROSSING(new CrowdRhythm(40, 5, 14, 1.5, 5.0)),
    /** People who stand for long and look around, away from the camera too. */
    PAUSING(new CrowdRhythm(8, 70, 9, 1.5, 5.0)),
    /** Some stand close to the camera, before others. */
    OCCLUDING(new CrowdRhythm(30, 24, 12, 1.1, 5.5)),
    /** Half of those who leave come back within a minute. */
    REENTERING(new CrowdRhythm(14, 15, 8, 1.4, 5.0).withReturning(0.5));

    private final CrowdRhythm rhythm;

    Situation(CrowdRhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** A scene of 640 x 480 pixels in which this goes on. */
    SceneOptions scene(long seed, double framesPerSecond) {
        return SceneOptions.busy(seed).withRhythm(rhythm).withFramesPerSecond(framesPerSecond);
    }

    /** As options and reports write it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
