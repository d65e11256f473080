package io.crowdlake.scene.life;

/**
 * A person at one instant.
 *
 * @param person who
 * @param x metres to the right of the camera's axis
 * @param z metres from the camera
 * @param head which way the head is held
 * @param stride -1..1, the swing of the legs
 */
public record Stance(Person person, double x, double z, HeadPose head, double stride) {}
