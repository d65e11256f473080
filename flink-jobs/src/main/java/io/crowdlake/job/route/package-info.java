/**
 * Stage {@code route}: sends a frame to its analyzer, the address of one that was uploaded to {@code fetch}, an analysis that was made at the edge and a
 * camera's heartbeat past both, and everything else to the dead letters.
 */
package io.crowdlake.job.route;
