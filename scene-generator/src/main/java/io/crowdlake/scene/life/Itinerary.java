package io.crowdlake.scene.life;

/**
 * The way of one person through the scene, as a function of time. All times are in seconds since the start of the scene.
 *
 * <p>{@link #entered} and {@link #left} tell when the head's middle first and last is inside the picture, whichever way it looks.
 */
public final class Itinerary {

    /** How fast a head turns on average at most, in radians per second; it starts and ends slower, and is faster in between. */
    private static final double TURN_RATE = 8;

    /** Seconds that people take until they walk at their pace, and until they stand. */
    static final double STARTING = 0.6;

    /** Over which a speed is measured. */
    private static final double STEP = 0.04;

    /** How exactly entering and leaving are timed. */
    private static final double EXACT = 0.01;

    private final Keyframes x = new Keyframes(STARTING);
    private final Keyframes z = new Keyframes(STARTING);
    private final Keyframes yaw = new Keyframes(Double.POSITIVE_INFINITY);
    private final Keyframes pitch = new Keyframes(Double.POSITIVE_INFINITY);
    private final Keyframes roll = new Keyframes(Double.POSITIVE_INFINITY);
    private double entered;
    private double left;

    Itinerary() {}

    double x(double seconds) {
        return x.at(seconds);
    }

    double z(double seconds) {
        return z.at(seconds);
    }

    HeadPose head(double seconds) {
        return new HeadPose(yaw.at(seconds), pitch.at(seconds), roll.at(seconds));
    }

    /** Swing of the legs: steps while walking, still while standing. */
    double stride(double seconds) {
        double speed = Math.hypot(x(seconds + STEP) - x(seconds), z(seconds + STEP) - z(seconds)) / STEP;
        return speed < 0.05 ? 0 : Math.sin(seconds * 2 * Math.PI * 0.9) * Math.min(1, speed);
    }

    public double entered() {
        return entered;
    }

    public double left() {
        return left;
    }

    /** When the last keyframe is over; nothing is in view from then on. */
    double end() {
        return x.end();
    }

    double lastX() {
        return x.last();
    }

    double lastZ() {
        return z.last();
    }

    void place(double seconds, double atX, double atZ) {
        x.add(seconds, atX);
        z.add(seconds, atZ);
    }

    /** Holds the head as it was until now, then turns it within the given time, or as fast as heads turn where that takes longer. */
    void turn(double seconds, double within, HeadPose to) {
        double from = Math.max(seconds, yaw.end());
        yaw.add(from, yaw.last());
        pitch.add(from, pitch.last());
        roll.add(from, roll.last());
        double turning = Math.abs(to.yaw() - yaw.last()) / TURN_RATE;
        look(from + Math.max(within, turning), to);
    }

    void look(double seconds, HeadPose pose) {
        yaw.add(seconds, pose.yaw());
        pitch.add(seconds, pose.pitch());
        roll.add(seconds, pose.roll());
    }

    /** Finds out when the head is in view; to be called once, when the way is complete. */
    void measure(double start, double faceHeight, Lens lens, Door door) {
        entered = Double.NaN;
        for (double t = start; t <= end(); t += EXACT) {
            if (inView(t, faceHeight, lens, door)) {
                entered = Double.isNaN(entered) ? t : entered;
                left = t;
            }
        }
        if (Double.isNaN(entered)) {
            entered = start;
            left = start;
        }
    }

    private boolean inView(double t, double faceHeight, Lens lens, Door door) {
        double depth = z(t);
        double px = lens.pixelX(x(t), depth);
        double py = lens.groundY(depth) - faceHeight * lens.scale(depth);
        boolean hidden = door != null && door.hides(lens, px, depth);
        return px >= 0 && px < lens.width() && py >= 0 && py < lens.height() && !hidden;
    }
}
