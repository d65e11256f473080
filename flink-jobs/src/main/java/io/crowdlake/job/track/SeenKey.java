package io.crowdlake.job.track;

/**
 * A stretch of {@value SeenFrames#CHUNK} sequence numbers of one boot of a camera.
 *
 * @param bootId of the camera program
 * @param chunk sequence number divided by the length of the stretch
 */
public record SeenKey(String bootId, long chunk) {}
