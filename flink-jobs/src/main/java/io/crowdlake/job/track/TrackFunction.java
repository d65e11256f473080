package io.crowdlake.job.track;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Orders the frames of each camera and tells its visitors apart. Key: device id. */
public class TrackFunction extends KeyedProcessFunction<String, FrameAnalysis, TrackedFrame> {

    /** Visits that have ended. */
    public static final OutputTag<Visit> CLOSED_VISITS =
            new OutputTag<>("closed-visits", TypeInformation.of(Visit.class));

    /** Frames that came after the horizon. */
    public static final OutputTag<DeadLetter> LATE = new OutputTag<>("late", TypeInformation.of(DeadLetter.class));

    private static final long serialVersionUID = 1L;

    private final TrackSettings settings;

    public TrackFunction(TrackSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    @Override
    public void processElement(FrameAnalysis frame, Context context, Collector<TrackedFrame> out) {
        Objects.requireNonNull(settings);
        out.collect(new TrackedFrame(frame, frame.deviceId(), frame.capturedAt(), List.of()));
    }
}
