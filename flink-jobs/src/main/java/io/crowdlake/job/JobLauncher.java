package io.crowdlake.job;

import io.crowdlake.job.options.JobConf;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the main methods share: options, environment, submission. */
final class JobLauncher {

    private JobLauncher() {}

    interface JobBuilder {
        void build(StreamExecutionEnvironment env, JobConf conf);
    }

    /** Submits a job; throws JobRefusedException with one line where its user has to do something first. */
    static void run(String name, JobBuilder job, String... arguments) throws Exception {
        JobConf conf = JobConf.of(arguments);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        try {
            job.build(env, conf);
            env.execute(conf.jobName().orElse(name));
        } finally {
            HadoopShutdown.skip();
        }
    }
}
