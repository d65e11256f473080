package io.crowdlake.benchmark.inference;

import java.util.List;

/**
 * How fast frames are analysed.
 *
 * @param model name and version
 * @param bundle URI
 * @param processor as the operating system calls it
 * @param rounds of which medians and quartiles are
 * @param startUp from the start of a JVM to its first analysed frame
 * @param peak multiply-adds that the core does in a second
 * @param headline the row that a single figure is taken from: our default on 640x480 with 4 faces
 * @param rows every contender on every kind of frames
 */
public record InferenceReport(
        String model,
        String bundle,
        String processor,
        int rounds,
        StartUp startUp,
        MatrixPeak peak,
        InferenceRow headline,
        List<InferenceRow> rows) {

    public InferenceReport {
        rows = List.copyOf(rows);
    }
}
