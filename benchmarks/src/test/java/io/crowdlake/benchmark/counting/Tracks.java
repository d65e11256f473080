package io.crowdlake.benchmark.counting;

import java.util.ArrayList;
import java.util.List;

/** Frames with one person or two, and whom the tracker took them for. */
final class Tracks {

    private final List<MatchedFrame> frames = new ArrayList<>();

    /** So many frames with one person; found is null where the tracker missed them. */
    Tracks one(int count, String person, String found, double overlap) {
        for (int i = 0; i < count; i++) {
            frames.add(
                    found == null
                            ? new MatchedFrame(List.of(person), List.of(), new double[1][0])
                            : new MatchedFrame(List.of(person), List.of(found), new double[][] {{overlap}}));
        }
        return this;
    }

    /** So many frames with two people far apart. */
    Tracks two(int count, String a, String foundA, String b, String foundB) {
        for (int i = 0; i < count; i++) {
            frames.add(new MatchedFrame(List.of(a, b), List.of(foundA, foundB), new double[][] {{1, 0}, {0, 1}}));
        }
        return this;
    }

    /** So many frames with a box where nobody is. */
    Tracks nobody(int count, String found) {
        for (int i = 0; i < count; i++) {
            frames.add(new MatchedFrame(List.of(), List.of(found), new double[0][1]));
        }
        return this;
    }

    List<MatchedFrame> frames() {
        return frames;
    }
}
