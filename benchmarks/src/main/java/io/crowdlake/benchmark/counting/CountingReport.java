package io.crowdlake.benchmark.counting;

import java.util.List;

/**
 * What {@code ./crowd bench counting} found.
 *
 * @param model name and version of the bundle
 * @param scenes of each situation
 * @param seconds of each scene
 * @param visitGapSeconds longest time out of sight within one visit
 * @param rows by situation, boxes and rate; none where clips were counted
 * @param clips by name; none where scenes were counted
 */
public record CountingReport(
        String model, int scenes, int seconds, double visitGapSeconds, List<CountingRow> rows, List<Clip> clips) {

    public CountingReport {
        rows = List.copyOf(rows);
        clips = List.copyOf(clips);
    }
}
