package io.crowdlake.benchmark.counting;

import java.util.List;

/**
 * One frame for the measures of tracking.
 *
 * @param truth who could be seen clearly
 * @param found whom the tracker saw
 * @param overlap intersection over union of their boxes, [truth][found], 0..1
 */
record MatchedFrame(List<String> truth, List<String> found, double[][] overlap) {}
