package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the track of each face of a frame, in two stages: strong faces with any track, then weak faces with what is left. */
final class FaceMatcher {

    private final TrackerParameters parameters;

    FaceMatcher(TrackerParameters parameters) {
        this.parameters = parameters;
    }

    /** Index of each face's track, or {@link Assignment#NONE}. */
    int[] match(List<Track> tracks, FrameAnalysis frame) {
        Instant time = frame.capturedAt();
        int[] trackOfFace = unmatched(frame);
        List<Integer> left = indexes(tracks.size());
        assign(tracks, frame, faces(frame, true), left, trackOfFace, MatchCost.byLikelihood(time, parameters));
        left.removeIf(track -> !tracks.get(track).confirmed());
        assign(tracks, frame, faces(frame, false), left, trackOfFace, MatchCost.byOverlap(time, parameters));
        return trackOfFace;
    }

    /** The same by overlap with the expected place alone. */
    int[] matchOverlapping(List<Track> tracks, FrameAnalysis frame) {
        int[] trackOfFace = unmatched(frame);
        List<Integer> faces = indexes(trackOfFace.length);
        MatchCost overlap = MatchCost.byOverlap(frame.capturedAt(), parameters);
        assign(tracks, frame, faces, indexes(tracks.size()), trackOfFace, overlap);
        return trackOfFace;
    }

    /** Writes the outcome to {@code trackOfFace} and takes the assigned tracks out of the candidates. */
    private static void assign(
            List<Track> tracks,
            FrameAnalysis frame,
            List<Integer> faces,
            List<Integer> candidates,
            int[] trackOfFace,
            MatchCost matchCost) {
        if (faces.isEmpty() || candidates.isEmpty()) {
            return;
        }
        double[][] cost = new double[faces.size()][candidates.size()];
        for (int row = 0; row < cost.length; row++) {
            DetectedFace face = frame.faces().get(faces.get(row));
            for (int column = 0; column < cost[row].length; column++) {
                cost[row][column] = matchCost.of(tracks.get(candidates.get(column)), face);
            }
        }
        int[] columns = Assignment.solve(cost);
        Set<Integer> assigned = new HashSet<>();
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] != Assignment.NONE) {
                trackOfFace[faces.get(row)] = candidates.get(columns[row]);
                assigned.add(candidates.get(columns[row]));
            }
        }
        candidates.removeAll(assigned);
    }

    private List<Integer> faces(FrameAnalysis frame, boolean strong) {
        List<Integer> chosen = new ArrayList<>();
        List<DetectedFace> faces = frame.faces();
        for (int index = 0; index < faces.size(); index++) {
            if (faces.get(index).score() >= parameters.startScore() == strong) {
                chosen.add(index);
            }
        }
        return chosen;
    }

    private static List<Integer> indexes(int size) {
        List<Integer> indexes = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            indexes.add(index);
        }
        return indexes;
    }

    private static int[] unmatched(FrameAnalysis frame) {
        int[] trackOfFace = new int[frame.faces().size()];
        Arrays.fill(trackOfFace, Assignment.NONE);
        return trackOfFace;
    }
}
