package io.crowdlake.job;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.inference.flink.AnalysisOutcome;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Sees in a frame of {@link Scene} what the scene says; a frame without a picture becomes a dead letter. */
final class FakeAnalysis implements MapFunction<CameraFrame, AnalysisOutcome> {

    private static final long serialVersionUID = 1;

    static SingleOutputStreamOperator<AnalysisOutcome> apply(DataStream<CameraFrame> frames) {
        return frames.map(new FakeAnalysis()).returns(TypeInformation.of(AnalysisOutcome.class));
    }

    @Override
    public AnalysisOutcome map(CameraFrame frame) {
        if (frame.payload().length == Scene.BROKEN_BYTES) {
            return new AnalysisOutcome(
                    null,
                    new DeadLetter(
                            DeadLetterReason.IMAGE_INVALID,
                            "no picture",
                            frame.deviceId(),
                            frame.origin(),
                            frame.payload().length,
                            frame.capturedAt(),
                            frame.capturedAt()));
        }
        return new AnalysisOutcome(Scene.analysis(frame), null);
    }
}
