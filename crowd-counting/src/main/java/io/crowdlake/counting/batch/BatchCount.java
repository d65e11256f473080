package io.crowdlake.counting.batch;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.track.CameraTracker;
import io.crowdlake.counting.track.TrackStep;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.track.TrackerState;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.counting.window.Watch;
import io.crowdlake.counting.window.WindowAggregate;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts all frames of one camera at once: sorts them, drops repetitions, tracks, and adds up. This is what the stream must arrive at,
 * whatever the order in which the frames reach it.
 */
public final class BatchCount {

    /** The order of capture; frames of the same instant by boot and sequence. */
    public static final Comparator<FrameAnalysis> CAPTURE_ORDER = Comparator.comparing(FrameAnalysis::capturedAt)
            .thenComparing(FrameAnalysis::bootId)
            .thenComparingLong(FrameAnalysis::sequence);

    private final CameraTracker tracker;
    private final WindowGrid grid;
    private final Watch watch;
    private final CameraLayout layout;

    /** Without lines and zones, and without opening looks. */
    public BatchCount(TrackerParameters parameters, WindowGrid grid, Duration longestInterval) {
        this(parameters, grid, longestInterval, CameraLayout.NONE);
    }

    /** Without opening looks. */
    public BatchCount(TrackerParameters parameters, WindowGrid grid, Duration longestInterval, CameraLayout layout) {
        this(parameters, grid, longestInterval, layout, LookReader.NONE);
    }

    /**
     * @param parameters of the tracker
     * @param grid of the windows
     * @param longestInterval time between two frames for which the camera counts as watching
     * @param layout what is drawn in the camera's picture
     * @param looks opens what helps to know people again
     */
    public BatchCount(
            TrackerParameters parameters,
            WindowGrid grid,
            Duration longestInterval,
            CameraLayout layout,
            LookReader looks) {
        this.layout = layout;
        this.tracker = new CameraTracker(parameters, looks);
        this.grid = grid;
        this.watch = new Watch(grid, longestInterval);
    }

    /** Counts frames of one camera, given in any order, some perhaps more than once. */
    public BatchOutcome count(Collection<FrameAnalysis> frames) {
        List<FrameAnalysis> ordered = distinct(frames);
        if (ordered.isEmpty()) {
            return new BatchOutcome(List.of(), List.of(), List.of());
        }
        List<TrackedFrame> tracked = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        TrackerState state = TrackerState.EMPTY;
        for (FrameAnalysis frame : ordered) {
            TrackStep step = tracker.advance(state, frame, layout);
            state = step.state();
            tracked.add(step.frame());
            visits.addAll(step.closed());
        }
        FrameAnalysis last = ordered.get(ordered.size() - 1);
        TrackStep end = tracker.silence(state, last.deviceId(), last.capturedAt());
        visits.addAll(end.closed());
        return new BatchOutcome(tracked, visits, windows(tracked, end.frame().visits()));
    }

    private static List<FrameAnalysis> distinct(Collection<FrameAnalysis> frames) {
        List<FrameAnalysis> ordered = new ArrayList<>(frames);
        ordered.sort(CAPTURE_ORDER);
        Set<List<Object>> seen = new HashSet<>();
        ordered.removeIf(frame -> !seen.add(List.of(frame.bootId(), frame.sequence())));
        return ordered;
    }

    private List<CrowdDemographics> windows(List<TrackedFrame> frames, List<VisitUpdate> closedAtTheEnd) {
        TreeMap<Instant, WindowAggregate> windows = new TreeMap<>();
        FrameSight previous = null;
        for (TrackedFrame frame : frames) {
            FrameSight sight = FrameSight.of(frame);
            add(windows, grid.startOf(sight.time()), FrameCounts.ofFrame(sight));
            if (previous != null) {
                watch.between(previous, sight).forEach((start, part) -> add(windows, start, part));
            }
            previous = sight;
            frame.visits().forEach(update -> add(windows, update, sight.time()));
        }
        closedAtTheEnd.forEach(update -> add(windows, update, null));
        String deviceId = frames.get(0).deviceId();
        return windows.values().stream()
                .map(window -> window.toDemographics(deviceId, layout, 1, true, Instant.EPOCH))
                .toList();
    }

    /** A visit that has ended counts as a whole, one that goes on with what a frame of that time brought to light. */
    private void add(TreeMap<Instant, WindowAggregate> windows, VisitUpdate update, Instant time) {
        if (!update.closed()) {
            VisitCounts.ofMovement(update.movement(), time, grid)
                    .forEach((start, moved) ->
                            windows.put(start, window(windows, start).plus(moved)));
            return;
        }
        Visit visit = update.visit();
        for (Instant start : grid.startsFrom(visit.firstSeen(), visit.lastSeen())) {
            windows.put(start, window(windows, start).plus(update));
        }
    }

    private void add(TreeMap<Instant, WindowAggregate> windows, Instant start, FrameCounts counts) {
        windows.put(start, window(windows, start).plus(counts));
    }

    private WindowAggregate window(TreeMap<Instant, WindowAggregate> windows, Instant start) {
        return windows.getOrDefault(start, WindowAggregate.empty(start, grid.endOf(start)));
    }
}
