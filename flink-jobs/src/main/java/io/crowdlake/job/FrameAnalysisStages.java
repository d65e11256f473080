package io.crowdlake.job;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.analyze.OutcomeSplitter;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.fetch.FetchFunction;
import io.crowdlake.job.fetch.FetchSettings;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.IngestLimits;
import io.crowdlake.job.ingest.KafkaSources;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.route.RouteFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** {@code ingest ► route (► fetch) ► analyze}: from the hub's messages to what was seen in each frame. Operator ids are in savepoints: never change them. */
final class FrameAnalysisStages {

    private FrameAnalysisStages() {}

    static DataStream<FrameAnalysis> add(
            StreamExecutionEnvironment env,
            JobConf conf,
            FrameAnalysisParts parts,
            LakeSinks lake,
            DeadLetters deadLetters) {
        DataStream<HubRecord> messages = KafkaSources.ingest(env, parts.hub());

        SingleOutputStreamOperator<CameraFrame> frames = messages.process(
                        new RouteFunction(parts.analyzers(), IngestLimits.of(conf)))
                .uid("route")
                .name("route");
        deadLetters.from(frames, RouteFunction.DEAD_LETTERS);
        lake.append(frames.getSideOutput(RouteFunction.TELEMETRY), LakeTable.DEVICE_TELEMETRY);

        DataStream<CameraFrame> pictures = frames.union(FetchFunction.pictures(
                frames.getSideOutput(RouteFunction.REFERENCES), FetchSettings.of(conf), deadLetters));

        // Rebalanced: looking at a frame costs far more than sending it, and the hub may have fewer partitions than
        // there are slots.
        DataStream<AnalysisOutcome> outcomes =
                parts.analyze().apply(pictures.rebalance()).uid("analyze").name("analyze");
        DataStream<FrameAnalysis> analyses = OutcomeSplitter.split(outcomes, "analyze", deadLetters)
                .union(frames.getSideOutput(RouteFunction.EDGE_ANALYSES));

        analyses.sinkTo(parts.events()).uid(EventSinks.FRAME_ANALYSES_UID).name(EventSinks.FRAME_ANALYSES_UID);
        return analyses;
    }
}
