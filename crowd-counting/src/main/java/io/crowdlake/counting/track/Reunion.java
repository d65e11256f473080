package io.crowdlake.counting.track;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds out who of those who have come into view is new, and who had only been out of sight. One look tells little, so it is decided after a
 * few, for all of them at once: by where they came into view, and by what they appear to be.
 */
final class Reunion {

    /** By how much being somebody known may be less likely than being new while it is still worth a second look. */
    private static final double DOUBT = 5;

    private final TrackerParameters parameters;
    private final Appearances appearances;
    private final Perspective perspective;
    private final CameraLayout layout;
    private final List<Track> tracks;
    private final int[] partners;
    private final boolean[] clear;
    private final List<BoundingBox> beginnings = new ArrayList<>();

    /** Compares all those of whom it is open with all those whom they may be. */
    Reunion(
            List<Track> tracks,
            Appearances appearances,
            Perspective perspective,
            TrackerParameters parameters,
            CameraLayout layout) {
        this.parameters = parameters;
        this.appearances = appearances;
        this.perspective = perspective;
        this.layout = layout;
        this.tracks = tracks;
        this.partners = new int[tracks.size()];
        this.clear = new boolean[tracks.size()];
        Arrays.fill(partners, Assignment.NONE);
        compare(indexes(true), indexes(false));
    }

    /** The id of the visit that each track probably belongs to, in their order. */
    List<String> probableVisits() {
        List<String> visits = new ArrayList<>();
        for (int index = 0; index < partners.length; index++) {
            visits.add(tracks.get(partners[index] == Assignment.NONE ? index : partners[index])
                    .visitId());
        }
        return visits;
    }

    /** Decides about those who have been looked at for long enough: joins them with who they were, or takes them for new. */
    List<Track> decided(Instant time) {
        return decide(time, false);
    }

    /** The same for everybody, since somebody whom they may be is about to be given up. */
    List<Track> allDecided() {
        return decide(null, true);
    }

    /** First sights of those who have been taken for new. */
    List<BoundingBox> beginnings() {
        return beginnings;
    }

    private List<Track> decide(Instant time, boolean all) {
        List<Track> decided = new ArrayList<>(tracks);
        for (int index : indexes(true)) {
            if (all || clear[index] || due(tracks.get(index), time)) {
                decide(index, decided);
            }
        }
        decided.removeIf(Objects::isNull);
        return decided;
    }

    private void decide(int index, List<Track> decided) {
        Track track = tracks.get(index);
        if (partners[index] == Assignment.NONE) {
            decided.set(index, track.decided(layout));
            beginnings.add(track.newcomer().box());
            return;
        }
        for (int earlier = 0; earlier <= index; earlier++) {
            if (partners[earlier] == partners[index] && decided.get(earlier) != null) {
                Track known = decided.get(partners[index]);
                decided.set(partners[index], known.joined(tracks.get(earlier), layout));
                decided.set(earlier, null);
            }
        }
    }

    private boolean due(Track track, Instant time) {
        return track.frames() >= parameters.decisionSights()
                || Gates.seconds(track.firstSeen(), time) >= parameters.decisionSeconds();
    }

    private void compare(List<Integer> open, List<Integer> known) {
        double[][] cost = new double[open.size()][known.size()];
        double[] asNew = new double[open.size()];
        for (int row = 0; row < cost.length; row++) {
            Track person = tracks.get(open.get(row));
            asNew[row] = person.newcomer().surprise() - (person.confirmed() ? 0 : parameters.glimpse());
            for (int column = 0; column < known.size(); column++) {
                cost[row][column] = surprise(tracks.get(known.get(column)), person);
            }
            clear[open.get(row)] = Arrays.stream(cost[row]).min().orElse(Assignment.FORBIDDEN) > asNew[row] + DOUBT;
        }
        int[] columns = Assignment.solve(cost, asNew);
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] != Assignment.NONE) {
                partners[open.get(row)] = known.get(columns[row]);
            }
        }
        for (int row = 0; row < columns.length; row++) {
            if (columns[row] == Assignment.NONE) {
                partners[open.get(row)] = shared(open.get(row), known, cost[row], asNew[row]);
            }
        }
    }

    /** Who shows up for a moment, and again a little later, has come into view twice: both may be the same person, as long as both are not there at once. */
    private int shared(int newcomer, List<Integer> known, double[] cost, double asNew) {
        int likeliest = Assignment.NONE;
        double least = asNew;
        for (int column = 0; column < cost.length; column++) {
            if (cost[column] < least) {
                least = cost[column];
                likeliest = known.get(column);
            }
        }
        for (int other = 0; other < partners.length; other++) {
            if (likeliest != Assignment.NONE
                    && partners[other] == likeliest
                    && together(tracks.get(other), tracks.get(newcomer))) {
                return Assignment.NONE;
            }
        }
        return likeliest;
    }

    private static boolean together(Track one, Track other) {
        return !one.lastSeen().isBefore(other.firstSeen()) && !other.lastSeen().isBefore(one.firstSeen());
    }

    /** How unlikely it is that somebody known is who has come into view. */
    private double surprise(Track before, Track person) {
        if (!before.lastSeen().isBefore(person.firstSeen())) {
            return Assignment.FORBIDDEN;
        }
        return parameters.absence()
                + new Expectation(before, appearances.of(before), person.firstSeen(), perspective, parameters)
                        .surprise(person.newcomer().box(), person.motion().stature(), appearances.of(person));
    }

    private List<Integer> indexes(boolean open) {
        List<Integer> indexes = new ArrayList<>();
        for (int index = 0; index < tracks.size(); index++) {
            if (tracks.get(index).newcomer() != null == open) {
                indexes.add(index);
            }
        }
        return indexes;
    }
}
