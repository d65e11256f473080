package io.crowdlake.scene.life;

/**
 * How a head is held, in radians.
 *
 * @param yaw 0 towards the camera, positive towards the picture's right, beyond 1.6 away from it
 * @param pitch positive looks down
 * @param roll positive tilts clockwise
 */
public record HeadPose(double yaw, double pitch, double roll) {

    /** Straight into the camera. */
    public static final HeadPose FRONT = new HeadPose(0, 0, 0);

    /** Above this turn a face is hard to see. */
    public static final double CLEAR_YAW = 0.85;

    /** Above this turn nothing of a face is left to see. */
    public static final double HIDDEN_YAW = 1.35;

    /** The turn to either side, 0..pi. */
    public double turn() {
        return Math.abs(Math.IEEEremainder(yaw, 2 * Math.PI));
    }

    /** 1 while the face is plainly visible, 0 once it is turned away. */
    public double facing() {
        return Math.max(0, Math.min(1, (HIDDEN_YAW - turn()) / (HIDDEN_YAW - CLEAR_YAW)));
    }
}
