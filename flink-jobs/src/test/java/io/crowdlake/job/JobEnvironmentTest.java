package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.job.options.JobConf;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
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
import org.junit.jupiter.api.Test;

class JobEnvironmentTest {

    @Test
    void onAClusterThatSaysNothing() {
        ReadableConfig job = configured(new Configuration());

        assertThat(job.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(job.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        assertThat(job.get(RocksDBOptions.TIMER_SERVICE_FACTORY)).isEqualTo(PriorityQueueStateType.HEAP);
        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofSeconds(10));
        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
                .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(job.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
        assertThat(job.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(job.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(job.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(720);
    }

    @Test
    void whatTheClusterSaysWinsOverOurDefaults() {
        ReadableConfig job = configured(new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, "hashmap")
                .set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.ROCKSDB)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(3))
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(PipelineOptions.MAX_PARALLELISM, 64));

        assertThat(job.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("hashmap");
        assertThat(job.get(RocksDBOptions.TIMER_SERVICE_FACTORY)).isEqualTo(PriorityQueueStateType.ROCKSDB);
        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofMinutes(3));
        assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("fixed-delay");
        assertThat(job.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(64);
    }

    @Test
    void whatTheJobIsToldWinsOverTheCluster() {
        ReadableConfig job = configured(
                new Configuration().set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(3)),
                "--checkpoint.interval",
                "30s");

        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatCorrectnessRestsOnIsNoDefault() {
        ReadableConfig job = configured(new Configuration()
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE)
                .set(PipelineOptions.GENERIC_TYPES, true));

        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
                .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(job.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    }

    private static ReadableConfig configured(Configuration cluster, String... arguments) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(cluster);
        JobEnvironment.configure(env, JobConf.of(arguments));
        return env.getConfiguration();
    }
}
