package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.counting.window.Watch;
import io.crowdlake.counting.window.WindowAggregate;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The windows of one camera, opened for one step: takes in what the tracker says, and closes and removes windows by the camera's clock. */
final class WindowBook {

    /** How often, in parts of the horizon, windows past it are looked for. */
    private static final int PRUNINGS_PER_HORIZON = 24;

    private final CrowdState state;
    private final WindowGrid grid;
    private final Watch watch;
    private final Duration horizon;
    private final Duration untilPruned;
    private final long nowMillis;

    private final Map<Instant, ActiveWindow> active;
    private final Map<String, VisitUpdate> open;
    private FrameSight last;
    private FrameSight backlog;
    private boolean silent;
    private long heardMillis;
    private Instant pruned;

    WindowBook(CrowdState state, CrowdProgress progress, Terms terms, long nowMillis) {
        this.state = state;
        this.grid = terms.grid();
        this.watch = terms.watch();
        this.horizon = terms.horizon();
        this.untilPruned = terms.untilPruned();
        this.nowMillis = nowMillis;
        this.active = new HashMap<>(progress.active());
        this.open = new HashMap<>(progress.open());
        this.last = progress.last();
        this.backlog = progress.backlog();
        this.silent = progress.silent();
        this.heardMillis = progress.heardMillis();
        this.pruned = progress.pruned();
    }

    /** The state to keep, less what has nothing more to publish. */
    CrowdProgress close(long timerMillis, AggregateSettings settings) throws Exception {
        Iterator<Map.Entry<Instant, ActiveWindow>> entries = active.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Instant, ActiveWindow> entry = entries.next();
            ActiveWindow window = entry.getValue();
            if (window.publication().closed() && window.publication().due(settings) == Publication.NEVER) {
                archive(entry.getKey(), window);
                entries.remove();
            }
        }
        return new CrowdProgress(last, silent, heardMillis, timerMillis, pruned, active, open, backlog);
    }

    /** Windows that are open or have something to publish. */
    Map<Instant, ActiveWindow> active() {
        return active;
    }

    /** Takes down what has been said of an active window. */
    void published(Instant start, Publication publication) {
        active.put(start, active.get(start).with(publication));
    }

    boolean silent() {
        return silent;
    }

    long heardMillis() {
        return heardMillis;
    }

    Instant endOf(Instant start) {
        return grid.endOf(start);
    }

    /** Takes in one step of the tracker. */
    void add(TrackedFrame frame) throws Exception {
        if (!frame.withdrawn().isEmpty()) {
            for (VisitUpdate counted : frame.withdrawn()) {
                withdraw(counted);
            }
            return;
        }
        heardMillis = nowMillis;
        if (frame.backlog()) {
            addBacklog(frame);
            return;
        }
        silent = frame.silent();
        if (frame.silent()) {
            for (VisitUpdate update : frame.visits()) {
                open.put(update.visit().visitId(), update);
                for (Instant start : grid.startsFrom(
                        update.visit().firstSeen(), update.visit().lastSeen())) {
                    touchUnlessPast(start);
                }
            }
            return;
        }
        FrameSight sight = FrameSight.of(frame);
        addFrames(grid.startOf(sight.time()), FrameCounts.ofFrame(sight));
        if (last != null && sight.time().isBefore(last.time())) {
            return;
        }
        addWatch(last, sight);
        last = sight;
        for (VisitUpdate update : frame.visits()) {
            addVisit(update);
        }
        prune();
    }

    /** A frame of a backlog counts as any other, but a visit of one when it has ended. */
    private void addBacklog(TrackedFrame frame) throws Exception {
        for (VisitUpdate update : frame.visits()) {
            if (update.closed()) {
                addVisit(update);
            } else {
                addMovement(update, frame.time());
            }
        }
        if (frame.silent()) {
            backlog = null;
            return;
        }
        FrameSight sight = FrameSight.of(frame);
        addFrames(grid.startOf(sight.time()), FrameCounts.ofFrame(sight));
        addWatch(backlog, sight);
        backlog = sight;
    }

    private void addWatch(FrameSight before, FrameSight sight) throws Exception {
        if (before == null) {
            return;
        }
        for (Map.Entry<Instant, FrameCounts> part : watch.between(before, sight).entrySet()) {
            addFrames(part.getKey(), part.getValue());
        }
    }

    /** Closes the windows that the camera's clock has passed and, while it is silent, those that wall clock has passed by some time. */
    void closePassed(Duration quietAfter) {
        for (Map.Entry<Instant, ActiveWindow> entry : active.entrySet()) {
            Publication publication = entry.getValue().publication();
            Instant end = grid.endOf(entry.getKey());
            boolean passed = last != null && !end.isAfter(last.time());
            boolean passedInSilence = silent && end.plus(quietAfter).toEpochMilli() <= nowMillis;
            if (!publication.closed() && (passedInSilence || (passed && nobodyUndecided(end)))) {
                entry.setValue(entry.getValue().with(publication.closedNow()));
            }
        }
    }

    /** Closes all windows, and lets out at once what they still have to publish: the input has come to its end. */
    void closeAll() {
        active.replaceAll((start, window) -> window.with(window.publication().closedNow()));
    }

    /** All that is known of an active window, open visits included. */
    WindowAggregate aggregate(Instant start) throws Exception {
        ActiveWindow window = window(start);
        return new WindowAggregate(start, grid.endOf(start), window.frames(), window.visits()).plusAll(open.values());
    }

    /** After a silence as long as the horizon: forgets the windows that the camera's clock has passed. */
    void forget() throws Exception {
        removeArchived(last == null ? Instant.MAX : last.time());
        if (active.isEmpty() && state.archive().isEmpty()) {
            open.clear();
        }
    }

    private void addFrames(Instant start, FrameCounts more) throws Exception {
        if (pastHorizon(start)) {
            return;
        }
        ActiveWindow window = window(start);
        active.put(start, window.touched().with(window.frames().merge(more)));
    }

    private void addVisit(VisitUpdate update) throws Exception {
        Visit visit = update.visit();
        if (update.closed()) {
            open.remove(visit.visitId());
            for (Instant start : grid.startsFrom(visit.firstSeen(), visit.lastSeen())) {
                addVisits(start, VisitCounts.of(update, start, grid.endOf(start)));
            }
            return;
        }
        addMovement(update, last.time());
        if (visit.firstSeen().isBefore(grid.startOf(visit.lastSeen()))) {
            VisitUpdate before = open.get(visit.visitId());
            Instant from = before == null ? visit.firstSeen() : before.visit().lastSeen();
            for (Instant start : grid.startsFrom(from, visit.lastSeen())) {
                touchUnlessPast(start);
            }
        }
        open.put(visit.visitId(), update);
    }

    /**
     * Takes a visit that has ended out again, of the windows that are still kept. What its person did at lines and zones stays: that is told
     * of whoever is in view.
     */
    private void withdraw(VisitUpdate counted) throws Exception {
        Visit visit = counted.visit();
        VisitUpdate still = open.computeIfPresent(
                visit.visitId(), (id, update) -> update.recognizedAs(Recognition.STAFF, update.seenBefore()));
        Instant until = still == null ? visit.lastSeen() : still.visit().lastSeen();
        for (Instant start : grid.startsFrom(visit.firstSeen(), until)) {
            if (pastHorizon(start)
                    || !active.containsKey(start) && !state.archive().contains(start)) {
                continue;
            }
            ActiveWindow window = window(start);
            if (still != null) {
                active.put(start, window.touched());
            } else if (!window.visits().isEmpty()) {
                VisitCounts rest = window.visits().minus(VisitCounts.of(counted, start, grid.endOf(start)));
                active.put(start, window.touched().with(rest));
            }
        }
    }

    private void addMovement(VisitUpdate update, Instant time) throws Exception {
        for (Map.Entry<Instant, VisitCounts> moved :
                VisitCounts.ofMovement(update.movement(), time, grid).entrySet()) {
            addVisits(moved.getKey(), moved.getValue());
        }
    }

    private void addVisits(Instant start, VisitCounts more) throws Exception {
        if (pastHorizon(start)) {
            return;
        }
        ActiveWindow window = window(start);
        active.put(start, window.touched().with(window.visits().merge(more)));
    }

    private void touchUnlessPast(Instant start) throws Exception {
        if (!pastHorizon(start)) {
            active.put(start, window(start).touched());
        }
    }

    /** An active window: which is one already, comes back from the archive, or begins. */
    private ActiveWindow window(Instant start) throws Exception {
        ActiveWindow known = active.get(start);
        if (known != null && known.visits() != null) {
            return known;
        }
        ActiveWindow apart = known == null ? takeFromArchive(start) : known;
        ActiveWindow window = apart == null ? ActiveWindow.begun(nowMillis) : apart.with(takeVisits(start));
        active.put(start, window);
        return window;
    }

    private VisitCounts takeVisits(Instant start) throws Exception {
        VisitCounts visits = state.visits().get(start);
        state.visits().remove(start);
        return visits == null ? VisitCounts.EMPTY : visits;
    }

    private ActiveWindow takeFromArchive(Instant start) throws Exception {
        ArchivedWindow archived = state.archive().get(start);
        if (archived == null) {
            return null;
        }
        state.archive().remove(start);
        return new ActiveWindow(archived.publication(), archived.frames(), null);
    }

    private void archive(Instant start, ActiveWindow window) throws Exception {
        state.archive().put(start, new ArchivedWindow(window.publication(), window.frames()));
        if (window.visits() != null && !window.visits().equals(VisitCounts.EMPTY)) {
            state.visits().put(start, window.visits());
        }
    }

    private boolean pastHorizon(Instant start) {
        return last != null && !grid.endOf(start).plus(horizon).isAfter(last.time());
    }

    /** Whether every visit last seen before that time has ended; otherwise its person may still be seen again. */
    private boolean nobodyUndecided(Instant time) {
        for (VisitUpdate update : open.values()) {
            if (!update.closed() && update.visit().lastSeen().isBefore(time)) {
                return false;
            }
        }
        return true;
    }

    private void prune() throws Exception {
        if (pruned == null) {
            pruned = last.time();
        }
        if (last.time().isBefore(pruned.plus(untilPruned))) {
            return;
        }
        pruned = last.time();
        Instant oldest = last.time().minus(horizon);
        removeArchived(oldest);
        open.values().removeIf(update -> update.visit().lastSeen().isBefore(oldest));
    }

    /** Removes the archived windows that end by the given time. */
    private void removeArchived(Instant time) throws Exception {
        Iterator<Instant> starts = state.archive().keys().iterator();
        while (starts.hasNext()) {
            Instant start = starts.next();
            if (!grid.endOf(start).isAfter(time)) {
                starts.remove();
                state.visits().remove(start);
            }
        }
    }

    /**
     * What holds for the windows of all cameras.
     *
     * @param grid how time is cut
     * @param watch for how long a camera is watching
     * @param horizon how far behind the camera's clock a window is still corrected
     * @param untilPruned from one look for windows past the horizon to the next
     */
    record Terms(WindowGrid grid, Watch watch, Duration horizon, Duration untilPruned) {

        static Terms of(AggregateSettings settings) {
            WindowGrid grid = new WindowGrid(settings.windowSize(), settings.windowOffset());
            return new Terms(
                    grid,
                    new Watch(grid, settings.quietAfter()),
                    settings.lateHorizon(),
                    settings.lateHorizon().dividedBy(PRUNINGS_PER_HORIZON));
        }
    }
}
