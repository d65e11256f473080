/** Orders the frames of each camera by its own clock and tells its visitors apart: {@link io.crowdlake.job.track.TrackFunction}. */
package io.crowdlake.job.track;
