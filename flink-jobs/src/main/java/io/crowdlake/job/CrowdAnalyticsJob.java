package io.crowdlake.job;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole way of a frame in one job: from the hub's messages to rows of the lake and news on the event topics.
 *
 * <pre>
 *           ┌─► lake-device-telemetry
 *           │ ┌──────────────────────────┬─► events-frame-analyses
 *           │ │ ┌───────────┐            │
 * ingest ─► route ─► fetch ─┴─► analyze ─┴─► track ─┬─► aggregate ─┬─► lake-crowd-demographics
 *             │        │           │           │    │              └─► events-crowd-demographics
 *             │        │           │           │    ├─► lake-frame-analyses
 *             │        │           │           │    └─► lake-visits
 *             └────────┴───────────┴───────────┴─► dead-letters ─► lake-dead-letters
 * </pre>
 *
 * <p>The upper line above {@code route} is for cameras that analyse their frames themselves, {@code fetch} for those that upload them. {@code track} and {@code aggregate} are keyed by camera.
 * Run it with {@code flink run flink-jobs.jar --config FILE}; all options are in {@code docs/options.md}.
 */
public final class CrowdAnalyticsJob {

    private CrowdAnalyticsJob() {}

    public static void main(String[] arguments) throws Exception {
        JobLauncher.run("crowd-analytics", CrowdAnalyticsJob::build, arguments);
    }

    /** Adds the job to an environment; throws JobRefusedException when it could not work. */
    public static void build(StreamExecutionEnvironment env, JobConf conf) {
        build(env, conf, FrameAnalysisParts.of(conf), EventSinks.crowdDemographics(conf), LakeSinks.of(conf));
    }

    static void build(
            StreamExecutionEnvironment env,
            JobConf conf,
            FrameAnalysisParts parts,
            Sink<CrowdDemographics> events,
            LakeSinks lake) {
        JobEnvironment.configure(env, conf);
        DeadLetters deadLetters = new DeadLetters();
        DataStream<FrameAnalysis> analyses = FrameAnalysisStages.add(env, conf, parts, lake, deadLetters);
        CrowdAggregationStages.add(analyses, conf, events, lake, deadLetters);
        lake.append(deadLetters.counted(), LakeTable.DEAD_LETTERS);
    }
}
