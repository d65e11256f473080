package io.crowdlake.job.aggregate;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.job.state.RecentOperator;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.TrackFunction;
import io.crowdlake.job.track.TrackSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** Both functions, one after the other, as the job runs them; it can crash and come back from its last checkpoint. */
final class CountingRig implements AutoCloseable {

    private final TrackSettings trackSettings;
    private final AggregateSettings aggregateSettings;
    private final CameraLayouts layouts;
    private final boolean rocksDb;
    private final long heldBytes;

    private OperatorRig<FrameAnalysis, TrackedFrame> track;
    private OperatorRig<TrackedFrame, CrowdDemographics> aggregate;
    private Outputs outputs = Outputs.none();
    private Checkpoint last;

    /** @param heldBytes for how much memory each function holds objects of its state */
    CountingRig(
            TrackSettings trackSettings,
            AggregateSettings aggregateSettings,
            CameraLayouts layouts,
            boolean rocksDb,
            long heldBytes,
            Instant wallClock)
            throws Exception {
        this.layouts = layouts;
        this.trackSettings = trackSettings;
        this.aggregateSettings = aggregateSettings;
        this.rocksDb = rocksDb;
        this.heldBytes = heldBytes;
        open(null, null, wallClock);
        checkpoint(0);
    }

    void send(FrameAnalysis frame) throws Exception {
        track.send(frame);
        passOn();
    }

    void turnTo(Instant wallClock) throws Exception {
        track.turnTo(wallClock);
        passOn();
        aggregate.turnTo(wallClock);
        passOn();
    }

    void end() throws Exception {
        track.end();
        passOn();
        aggregate.end();
        passOn();
    }

    /** What came out so far is settled, as rows are that a checkpoint commits. */
    void checkpoint(long number) throws Exception {
        last = new Checkpoint(track.snapshot(number), aggregate.snapshot(number), outputs.copy());
    }

    /** Loses all since the last checkpoint; the caller must send again what it sent since then. */
    void crash(Instant wallClock) throws Exception {
        close();
        outputs = last.outputs().copy();
        open(last.track(), last.aggregate(), wallClock);
    }

    Outputs outputs() {
        return outputs;
    }

    private void open(OperatorSubtaskState trackState, OperatorSubtaskState aggregateState, Instant wallClock)
            throws Exception {
        track = new OperatorRig<>(
                new RecentOperator<>(new TrackFunction(trackSettings, layouts), heldBytes),
                FrameAnalysis::deviceId,
                rocksDb,
                wallClock,
                trackState);
        aggregate = new OperatorRig<>(
                new RecentOperator<>(new AggregateFunction(aggregateSettings, layouts), heldBytes),
                TrackedFrame::deviceId,
                rocksDb,
                wallClock,
                aggregateState);
    }

    private void passOn() throws Exception {
        for (TrackedFrame frame : track.takeOutput()) {
            if (!frame.silent()) {
                outputs.frames().add(frame);
            }
            aggregate.send(frame);
        }
        outputs.visits().addAll(track.takeSideOutput(TrackFunction.CLOSED_VISITS));
        outputs.letters().addAll(track.takeSideOutput(TrackFunction.LATE));
        outputs.events().addAll(aggregate.takeOutput());
        outputs.lake().addAll(aggregate.takeSideOutput(AggregateFunction.LAKE_REVISIONS));
    }

    @Override
    public void close() throws Exception {
        track.close();
        aggregate.close();
    }

    /** All that came out. */
    record Outputs(
            List<TrackedFrame> frames,
            List<Visit> visits,
            List<DeadLetter> letters,
            List<CrowdDemographics> events,
            List<CrowdDemographics> lake) {

        static Outputs none() {
            return new Outputs(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Outputs copy() {
            return new Outputs(
                    new ArrayList<>(frames),
                    new ArrayList<>(visits),
                    new ArrayList<>(letters),
                    new ArrayList<>(events),
                    new ArrayList<>(lake));
        }
    }

    private record Checkpoint(OperatorSubtaskState track, OperatorSubtaskState aggregate, Outputs outputs) {}
}
