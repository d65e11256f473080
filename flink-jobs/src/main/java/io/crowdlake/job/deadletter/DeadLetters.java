package io.crowdlake.job.deadletter;

import io.crowdlake.contracts.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Collects the side outputs of the stages while a job is built. */
public final class DeadLetters {

    /** Operator id of the stage. It is in savepoints: never change it. */
    public static final String UID = "dead-letters";

    private final List<DataStream<DeadLetter>> sources = new ArrayList<>();

    /** Adds what a stage gives up. */
    public void from(SingleOutputStreamOperator<?> stage, OutputTag<DeadLetter> tag) {
        sources.add(stage.getSideOutput(tag));
    }

    /** All of them, counted. */
    public DataStream<DeadLetter> counted() {
        return sources.stream()
                .reduce(DataStream::union)
                .orElseThrow(() -> new IllegalStateException("no stage gives anything up"))
                .map(new DeadLetterCounter())
                .uid(UID)
                .name(UID);
    }
}
