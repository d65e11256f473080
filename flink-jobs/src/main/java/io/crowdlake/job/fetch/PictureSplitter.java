package io.crowdlake.job.fetch;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.job.ingest.HubRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts pictures from dead letters; an async function has no side output of its own. */
final class PictureSplitter extends ProcessFunction<HubRecord, CameraFrame> {

    private static final long serialVersionUID = 1;

    /** Pictures that could not be read. */
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("fetch-dead-letters", TypeInformation.of(DeadLetter.class));

    @Override
    public void processElement(HubRecord outcome, Context context, Collector<CameraFrame> out) {
        if (outcome.frame() != null) {
            out.collect(outcome.frame());
        } else {
            context.output(DEAD_LETTERS, outcome.deadLetter());
        }
    }
}
