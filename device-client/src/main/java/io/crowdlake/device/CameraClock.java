package io.crowdlake.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a frame was captured, and when it is due. Event time is the start plus the frame's position in its source; it runs faster than the
 * wall clock by the given speed, but never ahead of it: a fast camera starts in the past, and goes on at the pace of the wall clock once it
 * has caught up with the present.
 */
public final class CameraClock {

    /** How long a camera without a known end may run fast before it reaches the present. */
    static final Duration LONGEST_CATCH_UP = Duration.ofHours(1);

    private final Instant begun;
    private final Instant start;
    private final double speed;

    private CameraClock(Instant begun, Instant start, double speed) {
        this.begun = begun;
        this.start = start;
        this.speed = speed;
    }

    /**
     * @param now by the wall clock
     * @param speed event time over wall time, above 0
     * @param running how long the camera will run by the wall clock, where that is known
     * @param length of the source in event time, where that is known
     */
    public static CameraClock begin(Instant now, double speed, Optional<Duration> running, Optional<Duration> length) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", must be above 0");
        }
        Duration wall = LONGEST_CATCH_UP;
        if (running.isPresent() && running.get().compareTo(wall) < 0) {
            wall = running.get();
        }
        if (length.isPresent() && scaled(length.get(), 1 / speed).compareTo(wall) < 0) {
            wall = scaled(length.get(), 1 / speed);
        }
        // whole milliseconds: they survive every table and topic unchanged
        Instant start = now.minus(scaled(wall, Math.max(0, speed - 1))).truncatedTo(ChronoUnit.MILLIS);
        return new CameraClock(now, start, speed);
    }

    /** Event time of position 0. */
    public Instant start() {
        return start;
    }

    /** Event time of a frame. */
    public Instant capturedAt(Duration position) {
        return start.plus(position);
    }

    /** Wall time at which a frame goes out. */
    public Instant dueAt(Duration position) {
        Instant paced = begun.plus(scaled(position, 1 / speed));
        Instant captured = capturedAt(position);
        return paced.isBefore(captured) ? captured : paced;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
