/**
 * Stage {@code route}: sends a frame to its analyzer, an analysis that was made at the edge and a camera's heartbeat past it, and everything else
 * to the dead letters.
 */
package io.crowdlake.job.route;
