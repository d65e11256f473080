package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.batch.BatchOutcome;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was counted with what was there, for one scene or several of a kind. */
final class Comparison {

    private final WindowGrid grid;
    private final Sums visitors = new Sums();
    private final Sums dwell = new Sums();
    private final Sums dwellInView = new Sums();
    private final Sums peak = new Sums();
    private final Sums gender = new Sums();
    private final Sums ageBand = new Sums();
    private final Sums emotion = new Sums();
    private final IdentityF1 identityF1 = new IdentityF1();
    private final Hota hota = new Hota();
    private int stays;
    private int visits;
    private int switches;

    Comparison(WindowGrid grid) {
        this.grid = grid;
    }

    /**
     * Adds a scene.
     *
     * @param truth who stayed
     * @param recording what the camera took
     * @param outcome what was counted
     * @param start event time of the first frame, at which a window begins
     */
    void add(List<Stay> truth, Recording recording, BatchOutcome outcome, Instant start) {
        Map<String, Visit> counted =
                outcome.visits().stream().collect(Collectors.toMap(Visit::visitId, visit -> visit, (a, b) -> b));
        List<MatchedFrame> frames = match(recording, outcome, counted.keySet());
        Identities identities = Identities.of(frames);
        stays += truth.size();
        visits += counted.size();
        switches += identities.switches();
        compareWindows(truth, recording, outcome.windows(), start);
        for (Stay stay : truth) {
            String visit = identities.visitOf(stay.id());
            if (visit != null) {
                compare(stay, counted.get(visit));
            }
        }
        identityF1.add(frames);
        hota.add(frames);
    }

    CountingFigures figures(MiddleLine line) {
        return new CountingFigures(
                stays,
                visits,
                known(visitors.share()),
                known(dwell.share()),
                known(dwellInView.share()),
                known(peak.share()),
                known((double) switches / stays),
                known(identityF1.share()),
                known(hota.share()),
                known(1 - gender.share()),
                known(1 - ageBand.share()),
                known(1 - emotion.share()),
                known(line.error()),
                known(line.strictError()));
    }

    private static Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    private static List<MatchedFrame> match(Recording recording, BatchOutcome outcome, Set<String> visits) {
        FrameMatcher matcher = new FrameMatcher(recording.stays(), visits);
        List<MatchedFrame> frames = new ArrayList<>();
        for (int i = 0; i < recording.frames().size(); i++) {
            frames.add(matcher.match(
                    recording.frames().get(i).truth(), outcome.frames().get(i)));
        }
        return frames;
    }

    private void compareWindows(List<Stay> truth, Recording recording, List<CrowdDemographics> windows, Instant start) {
        Map<Instant, CrowdDemographics> byStart = new HashMap<>();
        windows.forEach(window -> byStart.put(window.windowStart(), window));
        Map<Instant, Integer> mostInView = new HashMap<>();
        for (RecordedFrame frame : recording.frames()) {
            Instant window = grid.startOf(start.plus(frame.truth().position()));
            mostInView.merge(window, frame.truth().peopleInView(), Math::max);
        }
        mostInView.forEach((window, most) -> {
            CrowdDemographics counted = byStart.get(window);
            Duration from = Duration.between(start, window);
            long there = truth.stream()
                    .filter(stay -> stay.overlaps(from, from.plus(grid.size())))
                    .count();
            visitors.add(counted == null ? 0 : counted.visitors(), there);
            peak.add(counted == null ? 0 : counted.peakOccupancy(), most);
        });
    }

    private void compare(Stay stay, Visit visit) {
        dwell.add(visit.dwell().toMillis(), stay.shown().toMillis());
        dwellInView.add(visit.dwell().toMillis(), stay.inView().toMillis());
        PersonTruth person = stay.person();
        FaceAttributes told = visit.attributes();
        if (told.gender() != Gender.UNKNOWN) {
            gender.addRight(told.gender() == person.gender());
        }
        if (told.ageBand() != AgeBand.UNKNOWN) {
            ageBand.addRight(told.ageBand() == AgeBand.ofYears(person.age()));
        }
        if (told.emotion() != Emotion.UNKNOWN) {
            emotion.addRight(told.emotion() == person.emotion());
        }
    }
}
