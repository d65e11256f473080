package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.StageClock;

/**
 * What one contender did in one round.
 *
 * @param frames analysed
 * @param found faces detected in all of them
 * @param clock the time that each stage took for all of them
 */
record Turn(int frames, int found, StageClock<Stage> clock) {

    /** Frames per second of a core. */
    double framesPerSecond() {
        return frames * 1e9 / clock.total().cpuNanos();
    }

    /** Frames per second by the clock on the wall. */
    double wallFramesPerSecond() {
        return frames * 1e9 / clock.total().wallNanos();
    }

    /** Milliseconds of a core that a stage takes for a frame. */
    double millis(Stage stage) {
        return clock.of(stage).cpuNanos() / 1e6 / frames;
    }

    /** Seconds of a core that the networks take for a frame, everything around them left out. */
    double networkSeconds() {
        return (millis(Stage.DETECT) + millis(Stage.ATTRIBUTES)) / 1e3;
    }
}
