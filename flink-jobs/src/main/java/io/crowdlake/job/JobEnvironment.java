package io.crowdlake.job;

import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.JobOptions;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the jobs need of Flink. What correctness rests on is set in any case: exactly-once checkpoints, no generic types, an id for every operator.
 * The rest is a default, over which the cluster's own configuration wins.
 */
public final class JobEnvironment {

    /** State can be spread over as many subtasks, ever; it cannot be changed for a running job. Divisible by most small numbers. */
    private static final int MAX_PARALLELISM = 720;

    private final ReadableConfig cluster;
    private final Configuration job = new Configuration();

    private JobEnvironment(ReadableConfig cluster) {
        this.cluster = cluster;
    }

    static void configure(StreamExecutionEnvironment env, JobConf conf) {
        JobEnvironment environment = new JobEnvironment(env.getConfiguration());
        environment.require();
        environment.suggest();
        environment.checkpointEvery(conf);
        env.configure(environment.job);
        conf.parallelism().ifPresent(env::setParallelism);
    }

    /** The same for a job whose checkpoints and parallelism are not set by options. */
    public static void configure(StreamExecutionEnvironment env) {
        JobEnvironment environment = new JobEnvironment(env.getConfiguration());
        environment.require();
        environment.suggest();
        env.configure(environment.job);
    }

    private void require() {
        job.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    }

    private void suggest() {
        suggest(StateBackendOptions.STATE_BACKEND, "rocksdb");
        suggest(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        // Each camera sets one every few seconds, and has four at most: RocksDB would take longer over them than over
        // everything else.
        suggest(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
        suggest(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        suggest(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        // Every record is immutable, so that a chained operator may have the very object.
        suggest(PipelineOptions.OBJECT_REUSE, true);
        if (!cluster.getOptional(RestartStrategyOptions.RESTART_STRATEGY).isPresent()) {
            job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
            suggest(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
            suggest(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofMinutes(1));
        }
    }

    private void checkpointEvery(JobConf conf) {
        conf.explicitCheckpointInterval()
                .ifPresentOrElse(
                        interval -> job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval),
                        () -> suggest(
                                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                                JobOptions.CHECKPOINT_INTERVAL.defaultValue()));
    }

    private <T> void suggest(ConfigOption<T> option, T value) {
        if (cluster.getOptional(option).isEmpty()) {
            job.set(option, value);
        }
    }
}
