/** Who is who from frame to frame of one camera: {@link io.crowdlake.counting.track.CameraTracker}. */
package io.crowdlake.counting.track;
