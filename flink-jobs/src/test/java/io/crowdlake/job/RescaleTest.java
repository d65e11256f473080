package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.aggregate.Revisions;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.track.People;
import io.crowdlake.job.track.TrackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job that goes on from a checkpoint, or from a savepoint with more or fewer subtasks than it was stopped with, counts as if nothing had happened. */
@Timeout(180)
class RescaleTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(3)
            .build());

    private static final int CAMERAS = 12;

    /** Numbers of a camera; the last of them stand for no frame. The source reads those of half the cameras in one partition. */
    private static final int NUMBERS = 700;

    private static final long MILLIS_PER_FRAME_WHILE_SLOW = 20;

    private static final Duration QUIET = Duration.ofHours(1);
    private static final TrackSettings TRACK =
            new TrackSettings(Duration.ofSeconds(10), QUIET, Duration.ofSeconds(2), Duration.ofHours(24));
    private static final AggregateSettings AGGREGATE = new AggregateSettings(
            Duration.ofSeconds(20),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofHours(24),
            QUIET);

    private static final List<List<FrameAnalysis>> HISTORIES = histories();
    private static final AtomicInteger PASSED = new AtomicInteger();
    private static volatile boolean slow;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        PASSED.set(0);
        slow = true;
    }

    @Test
    void windowsAreTheSameOnThreeSubtasksAfterTwo(@InjectMiniCluster MiniCluster cluster) throws Exception {
        stopAndGoOn(cluster, "two-to-three", 2, 3, new Configuration());
    }

    @Test
    void windowsAreTheSameOnOneSubtaskAfterTwo(@InjectMiniCluster MiniCluster cluster) throws Exception {
        stopAndGoOn(cluster, "two-to-one", 2, 1, new Configuration());
    }

    @Test
    void windowsAreTheSameWithTimersOnTheHeapAfterTimersInRocksDb(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        Configuration inRocksDb =
                new Configuration().set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.ROCKSDB);
        stopAndGoOn(cluster, "timers", 2, 2, inRocksDb);
    }

    @ParameterizedTest
    @EnumSource(PriorityQueueStateType.class)
    void windowsAreTheSameAfterACheckpointWhereTimersStayWhereTheyWere(
            PriorityQueueStateType timers, @InjectMiniCluster MiniCluster cluster) throws Exception {
        Configuration same = new Configuration()
                .set(RocksDBOptions.TIMER_SERVICE_FACTORY, timers)
                .set(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        String run = "checkpoint-" + timers;
        JobClient client = begun(cluster, run, 2, same);
        cluster.triggerCheckpoint(client.getJobID(), CheckpointType.CONFIGURED).get();
        client.cancel().get();

        goOn(run, 2, newestCheckpoint(), same);
    }

    private void stopAndGoOn(MiniCluster cluster, String run, int before, int after, Configuration first)
            throws Exception {
        String savepoint = begun(cluster, run, before, first)
                .stopWithSavepoint(false, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        goOn(run, after, savepoint, new Configuration());
    }

    /** The job, half way through. */
    private JobClient begun(MiniCluster cluster, String run, int parallelism, Configuration more) throws Exception {
        JobClient client = environment(run, parallelism, more).executeAsync();
        CommonTestUtils.waitForAllTaskRunning(cluster, client.getJobID(), false);
        while (PASSED.get() < CAMERAS * NUMBERS / 2
                || CollectingSink.collected(run).isEmpty()) {
            Thread.sleep(10);
        }
        return client;
    }

    private String newestCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("checkpoints"))) {
            Path newest = files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow();
            return newest.getParent().toUri().toString();
        }
    }

    private void goOn(String run, int parallelism, String from, Configuration more) throws Exception {
        assertThat(PASSED).as("numbers before").hasValueLessThan(CAMERAS * NUMBERS);
        slow = false;

        environment(run, parallelism, new Configuration(more).set(StateRecoveryOptions.SAVEPOINT_PATH, from))
                .execute();

        BatchCount batch = new BatchCount(
                TrackerParameters.ofVisitGap(TRACK.visitGap()),
                new WindowGrid(AGGREGATE.windowSize(), AGGREGATE.windowOffset()),
                QUIET);
        for (List<FrameAnalysis> history : HISTORIES) {
            String camera = history.get(0).deviceId();
            List<CrowdDemographics> revisions = CollectingSink.collected(run).stream()
                    .map(CrowdDemographics.class::cast)
                    .filter(row -> row.deviceId().equals(camera))
                    .toList();
            assertThat(Revisions.newest(revisions))
                    .as(camera)
                    .isEqualTo(batch.count(history).windows());
        }
    }

    private StreamExecutionEnvironment environment(String run, int parallelism, Configuration more) {
        Configuration configuration = new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1))
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        folder.resolve("checkpoints").toUri().toString());
        configuration.addAll(more);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobEnvironment.configure(env);
        env.setParallelism(parallelism);
        DataStream<FrameAnalysis> analyses = env.fromSequence(0, CAMERAS * NUMBERS - 1)
                .uid("numbers")
                .flatMap(RescaleTest::pass)
                .returns(FrameAnalysisSerializer.TYPE)
                .uid("analyses");
        CountedCrowd crowd = CountedCrowd.of(analyses, CameraLayouts.NONE, TRACK, AGGREGATE);
        crowd.tracked().sinkTo(new DiscardingSink<>()).uid("tracked");
        crowd.windows().sinkTo(new CollectingSink<>(run)).uid("windows");
        return env;
    }

    /** Half of each partition fast, then slowly until the savepoint is taken. */
    private static void pass(long number, Collector<FrameAnalysis> out) throws InterruptedException {
        List<FrameAnalysis> history = HISTORIES.get((int) (number / NUMBERS));
        int index = (int) (number % NUMBERS);
        if (index < history.size()) {
            out.collect(history.get(index));
        }
        PASSED.incrementAndGet();
        int partition = CAMERAS / 2 * NUMBERS;
        if (slow && number % partition > partition / 2) {
            Thread.sleep(MILLIS_PER_FRAME_WHILE_SLOW);
        }
    }

    private static List<List<FrameAnalysis>> histories() {
        List<List<FrameAnalysis>> histories = new ArrayList<>();
        for (long seed = 0; histories.size() < CAMERAS; seed++) {
            List<FrameAnalysis> history = People.history("camera-" + histories.size(), seed, 60);
            if (!history.isEmpty() && history.size() <= NUMBERS) {
                histories.add(history);
            }
        }
        return histories;
    }
}
