package io.crowdlake.counting.track;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Sight;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.Colours;
import io.crowdlake.counting.visit.FaceQuality;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.counting.visit.VisitIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the people before one camera apart. A pure function: state and frame in, state and outcome out.
 *
 * <p>Each face is taken for the person for whom its place, its size and what it appears to be are likeliest, unless a newcomer is likelier
 * still. Places are the less certain the longer a person has been out of sight, so it works from 15 frames a second down to 1. Strong faces are
 * assigned first, all at once and optimally; weak ones may then continue a visit where they overlap its expected place. A strong face left over
 * begins a track. Where somebody is out of sight whom it may be, that stays open for a few sights: it is then joined with that visit, or is
 * a visit of its own. Meanwhile its faces carry the id of the visit that they probably belong to, and the visit is not told of.
 *
 * <p>A visit is confirmed by a fairly sure sight after the first one, a little less sure a one after several, or at once by a very sure one. Its face carries the visit's id from the beginning, so an id without
 * a visit is a sight that was never confirmed, or that turned out to be of somebody else.
 *
 * <p>What a face looks like to be recognised by is kept of a visit's best one, sealed, and taken from the faces that are passed on. With a {@link LookReader} it helps to
 * know people again who were hidden or turned away. Over which
 * lines and into which zones somebody went is told with each sight, but of an open track only when it is decided whose it is.
 *
 * <p>Frames must come in the order of their capture; {@link #late} is for those that do not.
 */
public final class CameraTracker {

    /** Whoever has been seen so often need be seen less surely. */
    private static final int STEADY_SIGHTS = 4;

    private final TrackerParameters parameters;
    private final LookReader looks;

    /** Without opening looks. */
    public CameraTracker(TrackerParameters parameters) {
        this(parameters, LookReader.NONE);
    }

    /** @param looks opens what helps to know people again */
    public CameraTracker(TrackerParameters parameters, LookReader looks) {
        this.parameters = parameters;
        this.looks = looks;
    }

    /** The next frame in the order of capture, of a camera without lines and zones. */
    public TrackStep advance(TrackerState state, FrameAnalysis frame) {
        return advance(state, frame, CameraLayout.NONE);
    }

    /** The next frame in the order of capture, of a camera with lines and zones. */
    public TrackStep advance(TrackerState state, FrameAnalysis frame, CameraLayout layout) {
        Instant time = frame.capturedAt();
        Duration interval = state.newest() == null ? Duration.ZERO : Duration.between(state.newest(), time);
        Appearances appearances = new Appearances(looks);
        List<Track> present = new ArrayList<>();
        List<VisitUpdate> updates = new ArrayList<>();
        List<Visit> closed = new ArrayList<>();
        for (Track track : decidedBeforeAnyoneGoes(state, time, appearances, layout)) {
            if (!track.gone(time, parameters)) {
                present.add(track);
            } else if (track.confirmed()) {
                VisitUpdate end = track.update(frame.deviceId(), true);
                updates.add(end);
                if (end.isNews()) {
                    closed.add(end.visit());
                }
            }
        }

        View view = state.view();
        Entrances entrances = new Entrances(parameters, interval, view.doors());
        Sights sights = look(present, frame, interval, appearances, layout, entrances, view.perspective());
        Reunion reunion = new Reunion(sights.tracks(), appearances, view.perspective(), parameters, layout);
        List<Track> tracks = reunion.decided(time);
        for (int index = 0; index < tracks.size(); index++) {
            Track track = tracks.get(index);
            if (track.visiting() && track.lastSeen().equals(time)) {
                updates.add(track.update(frame.deviceId(), false));
                tracks.set(index, track.told());
            }
        }
        View learnt = view.learning(present, sights)
                .entered(reunion.beginnings().stream().filter(entrances::inside).toList());
        FrameAnalysis analysis = frame.withFaces(sights.faces(reunion.probableVisits()));
        TrackedFrame tracked = new TrackedFrame(analysis, frame.deviceId(), time, updates);
        return new TrackStep(new TrackerState(tracks, time, learnt), tracked, closed);
    }

    /** Whoever may be somebody that is about to be given up has to be decided about before. */
    private List<Track> decidedBeforeAnyoneGoes(
            TrackerState state, Instant time, Appearances appearances, CameraLayout layout) {
        List<Track> tracks = state.tracks();
        boolean goes = false;
        for (Track track : tracks) {
            goes = goes || track.gone(time, parameters);
        }
        return goes
                ? new Reunion(tracks, appearances, state.view().perspective(), parameters, layout).allDecided()
                : tracks;
    }

    /** Gives each face to somebody present, or begins a track with it. */
    private Sights look(
            List<Track> present,
            FrameAnalysis frame,
            Duration interval,
            Appearances appearances,
            CameraLayout layout,
            Entrances entrances,
            Perspective perspective) {
        int[] trackOfFace = new FaceMatcher(parameters, appearances, perspective).match(present, frame, entrances);
        List<Track> tracks = new ArrayList<>(present);
        for (int index = 0; index < trackOfFace.length; index++) {
            DetectedFace face = frame.faces().get(index);
            if (trackOfFace[index] != Assignment.NONE) {
                tracks.set(trackOfFace[index], seen(present.get(trackOfFace[index]), frame, face, layout));
            } else if (face.score() >= parameters.startScore()) {
                trackOfFace[index] = tracks.size();
                tracks.add(begin(frame, index, entrances));
            }
        }
        tracks.replaceAll(track -> track.lastSeen().isBefore(frame.capturedAt())
                        && Cover.hides(frame.faces(), track.motion().box())
                ? track.hiddenFor(interval)
                : track);
        return new Sights(tracks, trackOfFace, frame);
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
            if (track.visiting()) {
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
        return new TrackStep(new TrackerState(tracks, state.newest(), state.view()), news, closed);
    }

    /**
     * No further frame will come: whoever is still open is decided about, and all visits have ended.
     *
     * @param time event time of the newest frame
     */
    public TrackStep end(TrackerState state, String deviceId, Instant time, CameraLayout layout) {
        List<Track> decided = new Reunion(
                        state.tracks(), new Appearances(looks), state.view().perspective(), parameters, layout)
                .allDecided();
        return silence(new TrackerState(decided, state.newest(), state.view()), deviceId, time);
    }

    /**
     * A frame from before the last one. A face takes the id of a visit that was there at that time, where it overlaps it; it neither
     * continues a visit nor begins one, so a late frame adds to the frames of its window and not to its visitors.
     */
    public TrackedFrame late(TrackerState state, FrameAnalysis frame) {
        List<Track> there = new ArrayList<>();
        for (Track track : state.tracks()) {
            Instant time = frame.capturedAt();
            if (track.visiting() && !track.firstSeen().isAfter(time) && !track.gone(time, parameters)) {
                there.add(track);
            }
        }
        int[] trackOfFace = new FaceMatcher(
                        parameters,
                        new Appearances(LookReader.NONE),
                        state.view().perspective())
                .matchOverlapping(there, frame);
        List<DetectedFace> faces = new ArrayList<>(trackOfFace.length);
        for (int index = 0; index < trackOfFace.length; index++) {
            DetectedFace face = frame.faces().get(index);
            boolean known = trackOfFace[index] != Assignment.NONE;
            faces.add(face.tracked(known ? there.get(trackOfFace[index]).visitId() : null));
        }
        return new TrackedFrame(frame.withFaces(faces), frame.deviceId(), frame.capturedAt(), List.of());
    }

    private Track begin(FrameAnalysis frame, int index, Entrances entrances) {
        DetectedFace face = frame.faces().get(index);
        return new Track(
                VisitIds.of(frame, index),
                face.score() >= parameters.confirmScore(),
                frame.capturedAt(),
                1,
                Motion.startingAt(frame.capturedAt(), face.box(), parameters),
                AttributeVote.EMPTY.plus(face.attributes(), FaceQuality.of(frame, face)),
                frame.modelVersion(),
                0,
                Newcomer.at(Sight.of(frame, face.box()), face.box(), entrances.surprise(face.box())),
                0,
                Whereabouts.UNKNOWN,
                Colours.of(face),
                Look.better(null, frame, face));
    }

    private Track seen(Track track, FrameAnalysis frame, DetectedFace face, CameraLayout layout) {
        Sight sight = Sight.of(frame, face.box());
        Newcomer newcomer = track.newcomer();
        return new Track(
                track.visitId(),
                track.confirmed() || sure(face, track.frames() + 1),
                track.firstSeen(),
                track.frames() + 1,
                track.motion().at(frame.capturedAt(), parameters).seenAt(face.box(), parameters),
                track.vote().plus(face.attributes(), FaceQuality.of(frame, face)),
                frame.modelVersion(),
                track.announcedFrames(),
                newcomer == null ? null : newcomer.seen(sight),
                0,
                newcomer == null ? track.whereabouts().seen(layout, sight) : track.whereabouts(),
                track.colours().plus(Colours.of(face)),
                Look.better(track.look(), frame, face));
    }

    private boolean sure(DetectedFace face, int sights) {
        double enough = sights < STEADY_SIGHTS ? parameters.sureScore() : parameters.steadyScore();
        return face.score() >= enough;
    }
}
