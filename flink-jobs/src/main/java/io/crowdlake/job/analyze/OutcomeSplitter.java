package io.crowdlake.job.analyze;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.deadletter.DeadLetters;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts analyses from dead letters; an async function has no side output of its own. */
public final class OutcomeSplitter extends ProcessFunction<AnalysisOutcome, FrameAnalysis> {

    private static final long serialVersionUID = 1;

    /** Frames that could not be analysed. */
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("analyze-dead-letters", TypeInformation.of(DeadLetter.class));

    /** The analyses; what was given up goes to the dead letters. {@code stage} begins the operator's id. */
    public static DataStream<FrameAnalysis> split(
            DataStream<AnalysisOutcome> outcomes, String stage, DeadLetters deadLetters) {
        SingleOutputStreamOperator<FrameAnalysis> analyses = outcomes.process(new OutcomeSplitter())
                .returns(FrameAnalysisSerializer.TYPE)
                .uid(stage + "-outcomes")
                .name(stage + "-outcomes");
        deadLetters.from(analyses, DEAD_LETTERS);
        return analyses;
    }

    @Override
    public void processElement(AnalysisOutcome outcome, Context context, Collector<FrameAnalysis> out) {
        if (outcome.analysis() != null) {
            out.collect(outcome.analysis());
        } else {
            context.output(DEAD_LETTERS, outcome.deadLetter());
        }
    }
}
