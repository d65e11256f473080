package io.crowdlake.counting.track;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.FaceQuality;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.VisitIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the people before one camera apart. A pure function: state and frame in, state and outcome out.
 *
 * <p>Each face is taken for the person for whom its place, its size and what it appears to be are likeliest, unless a newcomer is likelier
 * still. Places are the less certain the longer a person has been out of sight, so it works from 15 frames a second down to 1. Strong faces are assigned first, all at once and optimally; weak ones may then continue a visit where
 * they overlap its expected place. A strong face left over begins a visit, which is confirmed by a second sight, or at once by a very sure
 * one. Its face carries the visit's id from the beginning, so an id without a visit is a sight that was never confirmed.
 *
 * <p>What a face looks like to be recognised by is kept of a visit's best one, unread, and taken from the faces that are passed on.
 *
 * <p>Frames must come in the order of their capture; {@link #late} is for those that do not.
 */
public final class CameraTracker {

    private final TrackerParameters parameters;

    public CameraTracker(TrackerParameters parameters) {
        this.parameters = parameters;
    }

    /** The next frame in the order of capture, of a camera without lines and zones. */
    public TrackStep advance(TrackerState state, FrameAnalysis frame) {
        return advance(state, frame, CameraLayout.NONE);
    }

    /** The next frame in the order of capture, of a camera with lines and zones. */
    public TrackStep advance(TrackerState state, FrameAnalysis frame, CameraLayout layout) {
        Instant time = frame.capturedAt();
        List<Track> present = new ArrayList<>();
        List<VisitUpdate> updates = new ArrayList<>();
        List<Visit> closed = new ArrayList<>();
        for (Track track : state.tracks()) {
            if (!gone(track, time)) {
                present.add(track);
            } else if (track.confirmed()) {
                VisitUpdate end = track.update(frame.deviceId(), true);
                updates.add(end);
                if (end.isNews()) {
                    closed.add(end.visit());
                }
            }
        }

        int[] trackOfFace = new FaceMatcher(parameters).match(present, frame);
        List<DetectedFace> faces = new ArrayList<>(trackOfFace.length);
        List<Track> begun = new ArrayList<>();
        for (int index = 0; index < trackOfFace.length; index++) {
            DetectedFace face = frame.faces().get(index);
            if (trackOfFace[index] != Assignment.NONE) {
                Track seen = seen(present.get(trackOfFace[index]), frame, face, layout);
                present.set(trackOfFace[index], seen);
                face = face.withVisit(seen.visitId());
            } else if (face.score() >= parameters.startScore()) {
                Track track = begin(frame, index, layout);
                begun.add(track);
                face = face.withVisit(track.visitId());
            }
            faces.add(face.withEmbedding(null));
        }
        present.addAll(begun);
        for (Track track : present) {
            if (track.confirmed() && track.lastSeen().equals(time)) {
                updates.add(track.update(frame.deviceId(), false));
            }
        }
        TrackedFrame tracked = new TrackedFrame(frame.withFaces(faces), frame.deviceId(), time, updates);
        return new TrackStep(new TrackerState(present), tracked, closed);
    }

    /**
     * The camera fell silent, or its frames have come to an end: all visits count as ended. They stay in the state, so that one goes on, under the
     * same id, when the camera comes back within the visit gap of its own clock (frames had only been held up on their way); it is then
     * announced once more, with more frames.
     *
     * @param time event time of the camera's newest frame
     */
    public TrackStep silence(TrackerState state, String deviceId, Instant time) {
        List<Track> tracks = new ArrayList<>();
        List<VisitUpdate> updates = new ArrayList<>();
        List<Visit> closed = new ArrayList<>();
        for (Track track : state.tracks()) {
            if (track.confirmed()) {
                VisitUpdate end = track.update(deviceId, true);
                updates.add(end);
                if (end.isNews()) {
                    closed.add(end.visit());
                }
                tracks.add(track.announced());
            } else {
                tracks.add(track);
            }
        }
        TrackedFrame news = new TrackedFrame(null, deviceId, time, updates);
        return new TrackStep(new TrackerState(tracks), news, closed);
    }

    /**
     * A frame from before the last one. A face takes the id of a visit that was there at that time, where it overlaps it; it neither
     * continues a visit nor begins one, so a late frame adds to the frames of its window and not to its visitors.
     */
    public TrackedFrame late(TrackerState state, FrameAnalysis frame) {
        List<Track> there = new ArrayList<>();
        for (Track track : state.tracks()) {
            Instant time = frame.capturedAt();
            boolean ended = Duration.between(time, track.lastSeen()).compareTo(parameters.visitGap()) > 0;
            if (track.confirmed() && !track.firstSeen().isAfter(time) && !ended) {
                there.add(track);
            }
        }
        int[] trackOfFace = new FaceMatcher(parameters).matchOverlapping(there, frame);
        List<DetectedFace> faces = new ArrayList<>(trackOfFace.length);
        for (int index = 0; index < trackOfFace.length; index++) {
            DetectedFace face = frame.faces().get(index);
            boolean known = trackOfFace[index] != Assignment.NONE;
            DetectedFace told =
                    known ? face.withVisit(there.get(trackOfFace[index]).visitId()) : face;
            faces.add(told.withEmbedding(null));
        }
        return new TrackedFrame(frame.withFaces(faces), frame.deviceId(), frame.capturedAt(), List.of());
    }

    private boolean gone(Track track, Instant time) {
        return Duration.between(track.lastSeen(), time).compareTo(parameters.visitGap()) > 0;
    }

    private Track begin(FrameAnalysis frame, int index, CameraLayout layout) {
        DetectedFace face = frame.faces().get(index);
        boolean confirmed = face.score() >= parameters.confirmScore();
        return new Track(
                VisitIds.of(frame, index),
                confirmed,
                frame.capturedAt(),
                1,
                Motion.startingAt(frame.capturedAt(), face.box(), parameters),
                AttributeVote.EMPTY.plus(face.attributes(), FaceQuality.of(frame, face)),
                frame.modelVersion(),
                0,
                Whereabouts.UNKNOWN.seen(layout, frame, face.box(), confirmed),
                Look.better(null, frame, face));
    }

    private Track seen(Track track, FrameAnalysis frame, DetectedFace face, CameraLayout layout) {
        return new Track(
                track.visitId(),
                true,
                track.firstSeen(),
                track.frames() + 1,
                track.motion().at(frame.capturedAt(), parameters).seenAt(face.box(), parameters),
                track.vote().plus(face.attributes(), FaceQuality.of(frame, face)),
                frame.modelVersion(),
                track.announcedFrames(),
                track.whereabouts().seen(layout, frame, face.box(), true),
                Look.better(track.look(), frame, face));
    }
}
