package io.crowdlake.benchmark.counting;

/**
 * The figures of one situation.
 *
 * @param situation what went on
 * @param boxes whose boxes were counted
 * @param framesPerSecond of the camera
 * @param figures how far the counts were from the truth
 */
public record CountingRow(Situation situation, Boxes boxes, int framesPerSecond, CountingFigures figures) {}
