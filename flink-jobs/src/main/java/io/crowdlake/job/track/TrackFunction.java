package io.crowdlake.job.track;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.track.CameraTracker;
import io.crowdlake.counting.track.TrackStep;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.track.TrackerState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Orders the frames of each camera by its own clock and tells its visitors apart. Key: device id.
 *
 * <pre>
 *            seen before? ──► nothing (counted)
 * frame ───► past the horizon? ──► LATE
 *            before the released time? ──► tracked by itself ──────────────────────┐
 *            else ──► reorder buffer ──► CameraTracker, in the order of capture ──┬─┴─► TrackedFrame
 *                                                                                 └──► CLOSED_VISITS
 * </pre>
 *
 * <p>A frame waits until a frame captured {@code reorderDelay} later has come, or until the camera has been silent for {@code quietAfter} of
 * wall clock. Then the visits count as ended and are announced; should the camera go on within the visit gap of its own clock, a
 * visit goes on under the same id and is announced again, longer, at its end. After a silence of {@code lateHorizon} only the clock is kept.
 *
 * <p>Each frame leaves exactly once, as a TrackedFrame or a dead letter; only repetitions vanish. When the input comes to its end (bounded
 * sources, or a stop that drains), the buffer is emptied and all visits end.
 *
 * <p>Known limit: frames later than {@code reorderDelay} add to the frames of their window but bring no new visitors.
 */
public class TrackFunction extends KeyedProcessFunction<String, FrameAnalysis, TrackedFrame> {

    /** Visits that have ended. */
    public static final OutputTag<Visit> CLOSED_VISITS =
            new OutputTag<>("closed-visits", TypeInformation.of(Visit.class));

    /** Frames that came after the horizon, with reason TOO_LATE. */
    public static final OutputTag<DeadLetter> LATE = new OutputTag<>("late", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1L;

    /** How often, in parts of the horizon, state past it is looked for. */
    private static final int PRUNINGS_PER_HORIZON = 24;

    private final TrackSettings settings;
    private final CameraLayouts layouts;

    private transient CameraTracker tracker;
    private transient CameraState state;
    private transient Uptime uptime;
    private transient Counter duplicates;
    private transient Counter late;
    private transient Counter tooLate;

    /** For cameras without lines and zones. */
    public TrackFunction(TrackSettings settings) {
        this(settings, CameraLayouts.NONE);
    }

    public TrackFunction(TrackSettings settings, CameraLayouts layouts) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
        this.layouts = Objects.requireNonNull(layouts, "layouts is null");
    }

    @Override
    public void open(OpenContext context) {
        tracker = new CameraTracker(TrackerParameters.ofVisitGap(settings.visitGap()));
        state = new CameraState(getRuntimeContext(), settings.reorderDelay());
        uptime = new Uptime();
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateFrames");
        late = getRuntimeContext().getMetricGroup().counter("lateFrames");
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLateFrames");
    }

    @Override
    public void processElement(FrameAnalysis frame, Context context, Collector<TrackedFrame> out) throws Exception {
        CameraClock clock = state.clock();
        if (clock == null) {
            clock = CameraClock.startingWith(frame.capturedAt());
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
        long now = context.timerService().currentProcessingTime();
        if (frame.capturedAt().isBefore(oldestAccepted(clock))) {
            tooLate.inc();
            context.output(LATE, deadLetter(frame, clock, now));
            return;
        }
        if (!state.seen().add(frame)) {
            duplicates.inc();
            return;
        }
        clock = clock.arrived(frame.capturedAt(), now);
        if (frame.capturedAt().isBefore(clock.released())) {
            late.inc();
            out.collect(tracker.late(state.tracker(), frame));
        } else {
            ReorderBuffer.Release release = state.buffer().due(state.buffer().add(clock, frame));
            track(release.frames(), context, out);
            clock = pruned(release.clock());
        }
        state.clock(withTimer(clock, silentAt(clock, context), context));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<TrackedFrame> out) throws Exception {
        CameraClock clock = state.clock();
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            state.clock(silence(clock, context, out));
            return;
        }
        if (timestamp == clock.timerMillis()) {
            clock = clock.withTimer(0);
        }
        long now = context.timerService().currentProcessingTime();
        long silentAt = silentAt(clock, context);
        long forgottenAt = silentAt + settings.lateHorizon().toMillis();
        if (!clock.silent() && now >= silentAt) {
            clock = silence(clock, context, out);
        }
        if (clock.silent() && now >= forgottenAt) {
            state.forget();
            state.clock(clock.forgotten());
        } else {
            state.clock(withTimer(clock, clock.silent() ? forgottenAt : silentAt, context));
        }
    }

    private void track(List<FrameAnalysis> frames, Context context, Collector<TrackedFrame> out) throws Exception {
        if (frames.isEmpty()) {
            return;
        }
        TrackerState tracks = state.tracker();
        CameraLayout layout = layouts.of(context.getCurrentKey());
        for (FrameAnalysis frame : frames) {
            TrackStep step = tracker.advance(tracks, frame, layout);
            tracks = step.state();
            emit(step, context, out);
        }
        state.tracker(tracks);
    }

    private CameraClock silence(CameraClock clock, Context context, Collector<TrackedFrame> out) throws Exception {
        ReorderBuffer.Release release = state.buffer().all(clock);
        track(release.frames(), context, out);
        TrackStep step = tracker.silence(state.tracker(), context.getCurrentKey(), clock.newest());
        state.tracker(step.state());
        emit(step, context, out);
        return release.clock().fallenSilent();
    }

    private static <C extends KeyedProcessFunction<String, FrameAnalysis, TrackedFrame>.Context> void emit(
            TrackStep step, C context, Collector<TrackedFrame> out) {
        out.collect(step.frame());
        step.closed().forEach(visit -> context.output(CLOSED_VISITS, visit));
    }

    private long silentAt(CameraClock clock, Context context) {
        return uptime.sinceNews(clock.lastArrivalMillis(), context.timerService())
                + settings.quietAfter().toMillis();
    }

    private Instant oldestAccepted(CameraClock clock) {
        Instant horizon = clock.released().equals(Instant.MIN)
                ? Instant.MIN
                : clock.released().minus(settings.lateHorizon());
        return clock.floor() != null && clock.floor().isAfter(horizon) ? clock.floor() : horizon;
    }

    private CameraClock pruned(CameraClock clock) throws Exception {
        Instant due = clock.pruned().plus(settings.lateHorizon().dividedBy(PRUNINGS_PER_HORIZON));
        if (clock.released().isBefore(due)) {
            return clock;
        }
        state.seen().prune(clock.released().minus(settings.lateHorizon()));
        return clock.prunedNow();
    }

    private static CameraClock withTimer(CameraClock clock, long millis, Context context) {
        if (clock.timerMillis() != 0 && clock.timerMillis() <= millis) {
            return clock;
        }
        context.timerService().registerProcessingTimeTimer(millis);
        return clock.withTimer(millis);
    }

    private DeadLetter deadLetter(FrameAnalysis frame, CameraClock clock, long nowMillis) {
        String detail = "the frame was captured at " + frame.capturedAt() + ", but the camera is at " + clock.newest()
                + " and late.horizon is " + settings.lateHorizon();
        return new DeadLetter(
                DeadLetterReason.TOO_LATE,
                detail,
                frame.deviceId(),
                frame.origin(),
                0,
                frame.capturedAt(),
                Instant.ofEpochMilli(nowMillis));
    }
}
