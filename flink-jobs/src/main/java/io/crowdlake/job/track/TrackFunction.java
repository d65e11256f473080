package io.crowdlake.job.track;

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
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.job.looks.SealedLooks;
import io.crowdlake.job.state.RecentFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
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
 *            before one passed on? ──► LateFrames ─────────────────────────────────┐
 *            else ──► reorder buffer ──► CameraTracker, in the order of capture ──┬─┴─► TrackedFrame
 *                                                                                 └──► CLOSED_VISITS
 * </pre>
 *
 * <p>A frame with the number after that of the last one passed on waits for nothing. Otherwise it waits for the numbers between, until a frame
 * captured {@code reorderDelay} later has come, or until the camera has been silent for {@code quietAfter} of wall clock. In that silence
 * the visits count as ended and are announced; should the camera go on within the visit gap of its own clock, a visit goes on under the
 * same id and is announced again, longer, at its end. After a silence of {@code lateHorizon} only the clock is kept.
 *
 * <p>Each frame leaves exactly once, as a TrackedFrame or a dead letter; only repetitions vanish. When the input comes to its end (bounded
 * sources, or a stop that drains), the buffer is emptied and all visits end.
 */
public class TrackFunction extends RecentFunction<FrameAnalysis, TrackedFrame> {

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

    private transient Duration untilPruned;
    private transient CameraTracker tracker;
    private transient LateFrames lateFrames;
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
        untilPruned = settings.lateHorizon().dividedBy(PRUNINGS_PER_HORIZON);
        tracker = new CameraTracker(TrackerParameters.of(settings.visitGap(), settings.clothing()), looks());
        lateFrames = new LateFrames(tracker, settings, layouts);
        state = new CameraState(
                recentValues(CameraState.CAMERA, CameraMemory::heapBytes),
                getRuntimeContext(),
                settings.reorderDelay());
        uptime = new Uptime();
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateFrames");
        late = getRuntimeContext().getMetricGroup().counter("lateFrames");
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLateFrames");
    }

    private LookReader looks() {
        String keyFile = settings.looksKeyFile();
        return keyFile == null ? LookReader.NONE : new SealedLooks(SealedLooks.key(keyFile));
    }

    @Override
    public void processElement(FrameAnalysis frame, Context context, Collector<TrackedFrame> out) throws Exception {
        String deviceId = context.getCurrentKey();
        CameraMemory camera = state.camera();
        if (camera == null) {
            camera = CameraMemory.startingWith(frame.capturedAt());
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
        long now = context.timerService().currentProcessingTime();
        if (frame.capturedAt().isBefore(oldestAccepted(camera.clock()))) {
            tooLate.inc();
            context.output(LATE, deadLetter(frame, camera.clock(), now));
            return;
        }
        SeenChunk seen = state.seen().add(camera.recent(), frame);
        if (seen == null) {
            duplicates.inc();
            return;
        }
        Consumer<TrackStep> outlet = step -> emit(step, context, out);
        camera = camera.with(seen).with(camera.clock().arrived(frame.capturedAt(), now));
        if (camera.backlog() != null && now >= quietAfter(camera.backlog().lastArrivalMillis(), context)) {
            camera = lateFrames.end(camera, deviceId, outlet);
        }
        if (camera.clock().isPast(FramePlace.of(frame))) {
            late.inc();
            camera = lateFrames.add(camera, frame, now, outlet);
        } else {
            camera = pruned(track(camera, state.buffer().add(camera.clock(), frame), outlet));
        }
        state.camera(camera.with(withTimer(camera.clock(), silentAt(camera.clock(), context), context)));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<TrackedFrame> out) throws Exception {
        String deviceId = context.getCurrentKey();
        CameraMemory camera = state.camera();
        Consumer<TrackStep> outlet = step -> emit(step, context, out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            state.camera(silence(camera, deviceId, outlet));
            return;
        }
        if (timestamp == camera.clock().timerMillis()) {
            camera = camera.with(camera.clock().withTimer(0));
        }
        long now = context.timerService().currentProcessingTime();
        long silentAt = silentAt(camera.clock(), context);
        long forgottenAt = silentAt + settings.lateHorizon().toMillis();
        if (!camera.clock().silent() && now >= silentAt) {
            camera = silence(camera, deviceId, outlet);
        }
        CameraClock clock = camera.clock();
        if (clock.silent() && now >= forgottenAt) {
            state.forget();
            state.camera(camera.forgotten());
        } else {
            state.camera(camera.with(withTimer(clock, clock.silent() ? forgottenAt : silentAt, context)));
        }
    }

    /** Tracks frames that have left the buffer. */
    private CameraMemory track(CameraMemory camera, ReorderBuffer.Release release, Consumer<TrackStep> out) {
        TrackerState tracks = camera.tracks();
        Coverage coverage = camera.coverage();
        FramePlace last = camera.clock().released();
        for (FrameAnalysis frame : release.frames()) {
            TrackStep step = tracker.advance(tracks, frame, layouts.of(frame.deviceId()));
            tracks = step.state();
            coverage = coverage.watched(
                    last == null ? null : last.capturedAt(), frame.capturedAt(), settings.quietAfter());
            last = FramePlace.of(frame);
            out.accept(step);
        }
        return camera.with(release.clock()).with(tracks).with(coverage);
    }

    private CameraMemory silence(CameraMemory camera, String deviceId, Consumer<TrackStep> out) throws Exception {
        CameraMemory ended = lateFrames.end(camera, deviceId, out);
        CameraMemory tracked = track(ended, state.buffer().all(ended.clock()), out);
        TrackStep step =
                tracker.silence(tracked.tracks(), deviceId, tracked.clock().newest());
        out.accept(step);
        return tracked.with(step.state()).with(tracked.clock().fallenSilent());
    }

    private static <C extends KeyedProcessFunction<String, FrameAnalysis, TrackedFrame>.Context> void emit(
            TrackStep step, C context, Collector<TrackedFrame> out) {
        out.collect(step.frame());
        step.closed().forEach(visit -> context.output(CLOSED_VISITS, visit));
    }

    private long silentAt(CameraClock clock, Context context) {
        return quietAfter(clock.lastArrivalMillis(), context);
    }

    private long quietAfter(long lastArrivalMillis, Context context) {
        return uptime.sinceNews(lastArrivalMillis, context.timerService())
                + settings.quietAfter().toMillis();
    }

    private Instant oldestAccepted(CameraClock clock) {
        Instant horizon = clock.released() == null
                ? Instant.MIN
                : clock.released().capturedAt().minus(settings.lateHorizon());
        return clock.floor() != null && clock.floor().isAfter(horizon) ? clock.floor() : horizon;
    }

    private CameraMemory pruned(CameraMemory camera) throws Exception {
        CameraClock clock = camera.clock();
        Instant due = clock.pruned().plus(untilPruned);
        if (clock.released() == null || clock.released().capturedAt().isBefore(due)) {
            return camera;
        }
        Instant oldest = clock.released().capturedAt().minus(settings.lateHorizon());
        state.seen().prune(oldest);
        return camera.with(clock.prunedNow()).with(camera.coverage().since(oldest));
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
