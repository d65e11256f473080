package io.crowdlake.job.aggregate;

import io.crowdlake.counting.window.FrameCounts;

/**
 * A window that has closed and has nothing to publish, until a late frame changes it or it is past the horizon.
 *
 * @param publication what has been said of it
 * @param frames sums over its frames
 */
public record ArchivedWindow(Publication publication, FrameCounts frames) {}
