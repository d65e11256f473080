package io.crowdlake.job;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.analyze.OutcomeSplitter;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.ingest.KafkaSources;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.recognize.RecognizeSettings;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The second half of the way: counts people in the frame analyses that {@link FrameAnalysisJob}, or cameras themselves, announce on the topic
 * {@code events.frame-analyses-topic}.
 *
 * <pre>
 * ingest ─► track ─┬─► aggregate ─┬─► lake-crowd-demographics
 *   │        │     │              └─► events-crowd-demographics
 *   │        │     ├─► lake-frame-analyses
 *   │        │     └─► lake-visits
 *   └────────┴─► dead-letters ─► lake-dead-letters
 * </pre>
 */
public final class CrowdAggregationJob {

    private CrowdAggregationJob() {}

    public static void main(String[] arguments) throws Exception {
        JobLauncher.run("crowd-aggregation", CrowdAggregationJob::build, arguments);
    }

    /** Adds the job to an environment; throws JobRefusedException when it could not work. */
    public static void build(StreamExecutionEnvironment env, JobConf conf) {
        RecognizeSettings.refuseBetweenTwoJobs(conf);
        build(env, conf, KafkaSources.frameAnalyses(conf), EventSinks.crowdDemographics(conf), LakeSinks.of(conf));
    }

    static void build(
            StreamExecutionEnvironment env,
            JobConf conf,
            Source<AnalysisOutcome, ?, ?> source,
            Sink<CrowdDemographics> events,
            LakeSinks lake) {
        JobEnvironment.configure(env, conf);
        DeadLetters deadLetters = new DeadLetters();
        DataStream<AnalysisOutcome> outcomes = KafkaSources.ingest(env, source);
        DataStream<FrameAnalysis> analyses = OutcomeSplitter.split(outcomes, KafkaSources.UID, deadLetters);
        CrowdAggregationStages.add(analyses, conf, events, lake, deadLetters);
        lake.append(deadLetters.counted(), LakeTable.DEAD_LETTERS);
    }
}
