package io.crowdlake.counting.track;

import java.time.Instant;
import java.util.List;

/**
 * All that a camera's tracker remembers: the people in view, or out of it for no longer than the visit gap.
 *
 * @param tracks in the order of their beginning
 * @param newest event time of the last frame; null before the first
 * @param view what it has learnt of the camera
 */
public record TrackerState(List<Track> tracks, Instant newest, View view) {

    /** Nobody in view. */
    public static final TrackerState EMPTY = new TrackerState(List.of(), null, View.UNKNOWN);

    public TrackerState {
        tracks = tracks == null ? List.of() : List.copyOf(tracks);
        view = view == null ? View.UNKNOWN : view;
    }
}
