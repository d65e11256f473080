/**
 * From faces to people to windows, in plain Java: {@code track} tells who is who from frame to frame, {@code visit} votes on what a visitor
 * appears to be, {@code window} adds visits up. {@link io.crowdlake.counting.TrackedFrame} is what goes from the first to the last.
 *
 * <p>Everything is a deterministic function of a camera's frames in the order of their capture. State is held in records whose size does not
 * grow with the crowd that has passed, only with the people in view: see the module's README for figures.
 */
package io.crowdlake.counting;
