package io.crowdlake.benchmark.counting;

/**
 * What was counted in a real clip.
 *
 * @param name of the file
 * @param frames in it
 * @param faces found in all frames together
 * @param visitors counted
 */
public record Clip(String name, int frames, int faces, int visitors) {}
