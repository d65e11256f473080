package io.crowdlake.job;

import io.crowdlake.job.deadletter.DeadLetters;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.recognize.RecognizeSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The first half of the way, for a cluster with machines that only look at pictures; {@link CrowdAggregationJob} reads what it announces.
 *
 * <pre>
 *           ┌─► lake-device-telemetry
 *           │ ┌──────────────────────────┬─► events-frame-analyses
 *           │ │ ┌───────────┐            │
 * ingest ─► route ─► fetch ─┴─► analyze ─┘
 *             │        │           │
 *             └────────┴───────────┴─► dead-letters ─► lake-dead-letters
 * </pre>
 */
public final class FrameAnalysisJob {

    private FrameAnalysisJob() {}

    public static void main(String[] arguments) throws Exception {
        JobLauncher.run("frame-analysis", FrameAnalysisJob::build, arguments);
    }

    /** Adds the job to an environment; throws JobRefusedException when it could not work. */
    public static void build(StreamExecutionEnvironment env, JobConf conf) {
        RecognizeSettings.refuseBetweenTwoJobs(conf);
        build(env, conf, FrameAnalysisParts.of(conf), LakeSinks.of(conf));
    }

    static void build(StreamExecutionEnvironment env, JobConf conf, FrameAnalysisParts parts, LakeSinks lake) {
        JobEnvironment.configure(env, conf);
        DeadLetters deadLetters = new DeadLetters();
        FrameAnalysisStages.add(env, conf, parts, lake, deadLetters);
        lake.append(deadLetters.counted(), LakeTable.DEAD_LETTERS);
    }
}
