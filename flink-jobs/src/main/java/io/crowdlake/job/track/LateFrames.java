package io.crowdlake.job.track;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.track.CameraTracker;
import io.crowdlake.counting.track.TrackStep;
import io.crowdlake.counting.track.TrackerState;
import java.util.List;
import java.util.function.Consumer;

/**
 * What becomes of frames from before the last one that was passed on. One from a time in which the camera was watching was missing among others:
 * its people have been counted, so it is a frame and no more. Those from a time of which nothing was known are a {@link Backlog}: they are tracked
 * in the order of capture, and their visits count, until none has come for {@code quietAfter} of wall clock.
 */
final class LateFrames {

    private final CameraTracker tracker;
    private final TrackSettings settings;
    private final CameraLayouts layouts;

    LateFrames(CameraTracker tracker, TrackSettings settings, CameraLayouts layouts) {
        this.tracker = tracker;
        this.settings = settings;
        this.layouts = layouts;
    }

    /** Takes in a late frame. */
    CameraMemory add(CameraMemory camera, FrameAnalysis frame, long nowMillis, Consumer<TrackStep> out) {
        Backlog backlog = camera.backlog();
        FramePlace place = FramePlace.of(frame);
        boolean counted = camera.coverage().holds(frame.capturedAt(), settings.visitGap());
        if (counted || (backlog != null && backlog.isPast(place))) {
            out.accept(new TrackStep(camera.tracks(), tracker.late(camera.tracks(), frame), List.of()));
            return camera;
        }
        TrackerState tracks = backlog == null ? TrackerState.EMPTY : backlog.tracks();
        TrackStep step = tracker.advance(tracks, frame, layouts.of(frame.deviceId()));
        out.accept(ofBacklog(step));
        return camera.with(
                new Backlog(backlog == null ? frame.capturedAt() : backlog.since(), place, nowMillis, step.state()));
    }

    /** Ends the backlog, if there is one: all its visits have ended. */
    CameraMemory end(CameraMemory camera, String deviceId, Consumer<TrackStep> out) {
        Backlog backlog = camera.backlog();
        if (backlog == null) {
            return camera;
        }
        out.accept(
                ofBacklog(tracker.end(backlog.tracks(), deviceId, backlog.last().capturedAt(), layouts.of(deviceId))));
        return camera.withoutBacklog();
    }

    private static TrackStep ofBacklog(TrackStep step) {
        return new TrackStep(step.state(), step.frame().ofBacklog(), step.closed());
    }
}
