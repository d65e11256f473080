package io.crowdlake.benchmark.windows;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.job.CountedCrowd;
import io.crowdlake.job.JobEnvironment;
import io.crowdlake.job.aggregate.AggregateFunction;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.track.TrackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The job's {@code track} and {@code aggregate}, one subtask each, on a cluster inside this JVM, between a source that makes analyses and sinks that drop
 * what comes.
 *
 * <pre>
 * WalkingPeople ─► track ─┬─► aggregate ─┬─► nowhere (events)
 *                         │              └─► nowhere (lake)
 *                         └─► nowhere (analyses, visits)
 * </pre>
 */
final class CountingRun {

    private static final Duration REORDER_DELAY = Duration.ofSeconds(10);

    /** The job's defaults, but that no camera falls silent on a machine on which a round takes long. */
    private static final TrackSettings TRACK =
            new TrackSettings(REORDER_DELAY, Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(24));

    private static final AggregateSettings AGGREGATE = new AggregateSettings(
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            TRACK.lateHorizon(),
            TRACK.quietAfter());

    private final WindowsSettings settings;
    private final Path folder;

    /** @param folder for checkpoints and the files of RocksDB */
    CountingRun(WindowsSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Counts what so many cameras see, until all rounds are over. */
    Outcome run(int cameras) throws InterruptedException {
        long filled = (REORDER_DELAY.toSeconds() + 2) * settings.framesPerSecond() * cameras;
        RoundMarks marks = RoundMarks.start(
                Math.max(settings.warmUp(), filled),
                settings.analyses(),
                Duration.ofSeconds(settings.checkpointSeconds()),
                settings.rounds());
        try (MiniCluster cluster = new MiniCluster(cluster())) {
            cluster.start();
            JobGraph job = job(cameras);
            JobID id = cluster.submitJob(job).get().getJobID();
            CompletableFuture<?> ended = cluster.requestJobResult(id)
                    .thenAccept(result -> result.getSerializedThrowable()
                            .ifPresent(cause -> marks.complete().completeExceptionally(cause)));
            List<TaskTimes> rounds = marks.complete().get();
            Path savepoint = Path.of(java.net.URI.create(cluster.stopWithSavepoint(
                            id, folder.resolve("savepoint").toUri().toString(), false, SavepointFormatType.CANONICAL)
                    .get()));
            ended.get();
            return new Outcome(rounds, checkpoints(cluster, id), bytes(savepoint));
        } catch (InterruptedException e) {
            throw e;
        } catch (ExecutionException e) {
            throw new BenchmarkException("the job failed: " + e.getCause().getMessage(), e.getCause());
        } catch (Exception e) {
            throw new BenchmarkException("Flink cannot be started in this JVM: " + e.getMessage(), e);
        }
    }

    private JobGraph job(int cameras) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        JobEnvironment.configure(env);
        env.setParallelism(1);
        WalkingPeople people = new WalkingPeople(cameras, settings.framesPerSecond(), settings.overtaken());
        DataStream<FrameAnalysis> analyses = env.fromSequence(0, Long.MAX_VALUE - 1)
                .uid("numbers")
                .map(number -> RoundMarks.passing(number, people::analysis))
                .returns(FrameAnalysisSerializer.TYPE)
                .uid("analyses");
        CountedCrowd crowd = CountedCrowd.of(analyses, CameraLayouts.NONE, TRACK, AGGREGATE);
        drop(crowd.tracked(), "tracked");
        drop(crowd.visits(), "visits");
        drop(crowd.windows(), "events");
        drop(crowd.windows().getSideOutput(AggregateFunction.LAKE_REVISIONS), "lake");
        return env.getStreamGraph().getJobGraph();
    }

    private static <T> void drop(DataStream<T> stream, String uid) {
        stream.sinkTo(new DiscardingSink<>()).uid(uid);
    }

    private Configuration configuration() {
        return new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(settings.checkpointSeconds()))
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        folder.resolve("checkpoints").toUri().toString())
                .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    private MiniClusterConfiguration cluster() {
        Configuration configuration = new Configuration()
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(settings.memoryMegabytes()))
                .set(WebOptions.CHECKPOINTS_HISTORY_SIZE, 1_000)
                .set(RestOptions.BIND_ADDRESS, "127.0.0.1")
                .set(RestOptions.BIND_PORT, "0");
        configuration.setString("io.tmp.dirs", folder.toString());
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build();
    }

    private static List<Checkpoint> checkpoints(MiniCluster cluster, JobID job)
            throws InterruptedException, ExecutionException {
        List<Checkpoint> taken = new ArrayList<>();
        for (AbstractCheckpointStats checkpoint : cluster.getExecutionGraph(job)
                .get()
                .getCheckpointStatsSnapshot()
                .getHistory()
                .getCheckpoints()) {
            if (checkpoint.getStatus() == CheckpointStatsStatus.COMPLETED
                    && !checkpoint.getProperties().isSavepoint()) {
                taken.add(new Checkpoint(
                        checkpoint.getStateSize(), checkpoint.getCheckpointedSize(), checkpoint.getEndToEndDuration()));
            }
        }
        return taken;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }

    /**
     * What came of it.
     *
     * @param rounds times of each
     * @param checkpoints all but those of the warm-up
     * @param stateBytes size of a savepoint in the canonical format: every entry once, uncompressed
     */
    record Outcome(List<TaskTimes> rounds, List<Checkpoint> checkpoints, long stateBytes) {}

    /**
     * One checkpoint.
     *
     * @param fullBytes of all files it refers to
     * @param newBytes of those that had to be written for it
     * @param millis from its beginning to its end
     */
    record Checkpoint(long fullBytes, long newBytes, long millis) {}
}
