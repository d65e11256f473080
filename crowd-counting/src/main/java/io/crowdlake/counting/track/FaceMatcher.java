package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Finds the track of each face of a frame, in two stages: strong faces with any track, then weak faces with what is left. */
final class FaceMatcher {

    /** Frames do not come exactly at their interval. */
    private static final double ROUNDING = 1.01;

    private final TrackerParameters parameters;
    private final Appearances appearances;
    private final Perspective perspective;

    FaceMatcher(TrackerParameters parameters, Appearances appearances, Perspective perspective) {
        this.parameters = parameters;
        this.appearances = appearances;
        this.perspective = perspective;
    }

    /** Index of each face's track, or {@link Assignment#NONE}. */
    int[] match(List<Track> tracks, FrameAnalysis frame, Entrances entrances) {
        int[] trackOfFace = unmatched(frame);
        List<Integer> left = indexes(tracks, track -> true);
        List<Expectation> expected = expectations(tracks, frame);
        matchByLikelihood(expected, frame, entrances, left, trackOfFace);
        leaveOpen(expected, entrances, trackOfFace);
        double patience = patience(entrances);
        left.removeIf(
                track -> !tracks.get(track).confirmed() || expected.get(track).unseen() > patience);
        matchByOverlap(expected, frame, indexes(frame.faces(), face -> !strong(face)), left, trackOfFace);
        return trackOfFace;
    }

    /** The same by overlap with the expected place alone. */
    int[] matchOverlapping(List<Track> tracks, FrameAnalysis frame) {
        int[] trackOfFace = unmatched(frame);
        List<Integer> faces = indexes(frame.faces(), face -> true);
        matchByOverlap(expectations(tracks, frame), frame, faces, indexes(tracks, track -> true), trackOfFace);
        return trackOfFace;
    }

    private void matchByLikelihood(
            List<Expectation> expected,
            FrameAnalysis frame,
            Entrances entrances,
            List<Integer> candidates,
            int[] trackOfFace) {
        List<Integer> faces = indexes(frame.faces(), this::strong);
        double[][] cost = new double[faces.size()][candidates.size()];
        double[] asNew = new double[faces.size()];
        for (int row = 0; row < faces.size(); row++) {
            DetectedFace face = frame.faces().get(faces.get(row));
            Stature stature = Stature.of(face.box());
            Appearance seen = appearances.of(frame, face);
            asNew[row] = entrances.surprise(face.box());
            for (int column = 0; column < candidates.size(); column++) {
                Expectation person = expected.get(candidates.get(column));
                boolean missed = person.unseen() > ROUNDING * entrances.interval();
                cost[row][column] = person.surprise(face.box(), stature, seen) + (missed ? parameters.absence() : 0);
            }
        }
        write(Assignment.solve(cost, asNew), faces, candidates, trackOfFace);
    }

    /** Who has been out of sight for long takes part, so that nobody else gets the face; but it needs more than one look to tell that it is them. */
    private void leaveOpen(List<Expectation> expected, Entrances entrances, int[] trackOfFace) {
        double patience = patience(entrances);
        for (int face = 0; face < trackOfFace.length; face++) {
            if (trackOfFace[face] != Assignment.NONE
                    && expected.get(trackOfFace[face]).unseen() > patience) {
                trackOfFace[face] = Assignment.NONE;
            }
        }
    }

    /** Time out of sight, in seconds, after which a look is not enough to know somebody by; the frame before is always near enough. */
    private double patience(Entrances entrances) {
        return Math.max(parameters.patience(), ROUNDING * entrances.interval());
    }

    private void matchByOverlap(
            List<Expectation> expected,
            FrameAnalysis frame,
            List<Integer> faces,
            List<Integer> candidates,
            int[] trackOfFace) {
        candidates = new ArrayList<>(candidates);
        for (int track : trackOfFace) {
            candidates.remove((Integer) track);
        }
        double[][] cost = new double[faces.size()][candidates.size()];
        for (int row = 0; row < faces.size(); row++) {
            DetectedFace face = frame.faces().get(faces.get(row));
            for (int column = 0; column < candidates.size(); column++) {
                double overlap = expected.get(candidates.get(column)).overlap(face.box());
                cost[row][column] = overlap < parameters.weakOverlap() ? Assignment.FORBIDDEN : 1 - overlap;
            }
        }
        write(Assignment.solve(cost), faces, candidates, trackOfFace);
    }

    private static void write(int[] columns, List<Integer> faces, List<Integer> candidates, int[] trackOfFace) {
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] != Assignment.NONE) {
                trackOfFace[faces.get(row)] = candidates.get(columns[row]);
            }
        }
    }

    private List<Expectation> expectations(List<Track> tracks, FrameAnalysis frame) {
        List<Expectation> expectations = new ArrayList<>(tracks.size());
        for (Track track : tracks) {
            expectations.add(
                    new Expectation(track, appearances.of(track), frame.capturedAt(), perspective, parameters));
        }
        return expectations;
    }

    private boolean strong(DetectedFace face) {
        return face.score() >= parameters.startScore();
    }

    private static <T> List<Integer> indexes(List<T> all, Predicate<T> chosen) {
        List<Integer> indexes = new ArrayList<>(all.size());
        for (int index = 0; index < all.size(); index++) {
            if (chosen.test(all.get(index))) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    private static int[] unmatched(FrameAnalysis frame) {
        int[] trackOfFace = new int[frame.faces().size()];
        Arrays.fill(trackOfFace, Assignment.NONE);
        return trackOfFace;
    }
}
