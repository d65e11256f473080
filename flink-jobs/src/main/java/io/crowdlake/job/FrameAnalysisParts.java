package io.crowdlake.job;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.inference.flink.AnalyzeFunction;
import io.crowdlake.inference.flink.AnalyzeSettings;
import io.crowdlake.job.analyze.AnalyzerCheck;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.KafkaSources;
import io.crowdlake.job.options.JobConf;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableFunction;

/**
 * What the first half of the way is connected to. A test connects it to something else.
 *
 * @param hub where messages come from
 * @param analyzers those that a class loader sees
 * @param analyze how frames are analysed
 * @param events where analyses are announced
 */
record FrameAnalysisParts(
        Source<HubRecord, ?, ?> hub,
        SerializableFunction<ClassLoader, Analyzers> analyzers,
        Function<DataStream<CameraFrame>, SingleOutputStreamOperator<AnalysisOutcome>> analyze,
        Sink<FrameAnalysis> events) {

    /** The hub, the analyzers that the job's class loader sees, and the topic. */
    static FrameAnalysisParts of(JobConf conf) {
        AnalyzeSettings settings = conf.analyze();
        AnalyzerCheck.check(Analyzers.load(Thread.currentThread().getContextClassLoader()), settings.analyzer());
        return new FrameAnalysisParts(
                KafkaSources.hub(conf),
                Analyzers::load,
                frames -> AnalyzeFunction.apply(frames, settings),
                EventSinks.frameAnalyses(conf));
    }
}
