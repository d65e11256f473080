package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobConf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a small cluster, from messages to committed rows; only the ends are not Kafka, and the network is a fake. */
@Timeout(180)
class CrowdAnalyticsJobTest {

    private static final int PARALLELISM = 2;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(PARALLELISM)
            .build());

    @TempDir
    static Path undisturbedFolder;

    @TempDir
    Path folder;

    private static TestLake undisturbedLake;
    private static Totals undisturbed;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        undisturbedLake = TestLake.in(undisturbedFolder.resolve("lake")).migrated();
        environment(undisturbedLake, undisturbedFolder, "undisturbed").execute();
        undisturbed = Totals.of(undisturbedLake);
    }

    @Test
    void everyMessageBecomesOneRowOrOneDeadLetter() {
        assertThat(undisturbed.frames()).hasSize((int) Scene.distinctFrames()).doesNotHaveDuplicates();
        assertThat(undisturbed.deadLetters()).hasSize((int) Scene.deadLetters()).doesNotHaveDuplicates();
    }

    @Test
    void everyHeartbeatBecomesOneRow() {
        assertThat(undisturbed.heartbeats())
                .hasSize((int) Scene.heartbeats())
                .doesNotHaveDuplicates()
                .allMatch(row -> row.contains("software_version=0.1.0"));
    }

    @Test
    void peopleAreCountedInVisitsAndWindows() {
        assertThat(undisturbed.visits()).hasSize((int) Scene.visits());
        assertThat(undisturbed.entries()).isEqualTo(Scene.visits());
    }

    @Test
    void aCommitAddsOneFileToAQuietTable() {
        assertThat(undisturbedLake.table(LakeTable.VISITS).snapshots())
                .isNotEmpty()
                .allSatisfy(snapshot -> assertThat(snapshot.summary().getOrDefault("added-data-files", "0"))
                        .isIn("0", "1"));
    }

    @Test
    void theLastRevisionOfAWindowIsAnnouncedAndStored() {
        List<CrowdDemographics> closed = CollectingSink.collected("undisturbed-windows").stream()
                .map(CrowdDemographics.class::cast)
                .filter(window -> window.isFinal() && Scene.isBeforeTheEnd(window.windowStart()))
                .toList();
        assertThat(closed).isNotEmpty();
        assertThat(closed.stream().mapToLong(CrowdDemographics::entries).sum()).isEqualTo(Scene.visits());
        assertThat(undisturbed.windows()).hasSameSizeAs(closed);
    }

    @Test
    void everyAnalysisIsAnnounced() {
        Queue<Object> events = CollectingSink.collected("undisturbed-analyses");
        assertThat(events.stream().map(FrameAnalysis.class::cast).map(event -> event.deviceId() + event.sequence()))
                .hasSizeGreaterThanOrEqualTo((int) Scene.distinctFrames());
        assertThat(events).allSatisfy(event -> assertThat(((FrameAnalysis) event).modelVersion())
                .isEqualTo("fake 1.0.0"));
    }

    @Test
    void aFailureInMidStreamChangesNoTotal() throws Exception {
        TestLake lake = TestLake.in(folder.resolve("lake")).migrated();
        FailOnce.ARMED.set(true);

        environment(lake, folder, "failed").execute();

        assertThat(FailOnce.ARMED).as("still to fail").isFalse();
        assertThat(Totals.of(lake)).isEqualTo(undisturbed);
    }

    @Test
    void aSavepointKeepsTheCountAndItsStateIsInRocksDb() throws Exception {
        TestLake lake = TestLake.in(folder.resolve("lake")).migrated();
        FailOnce.PASSED.set(0);
        JobClient client = environment(lake, folder, "stopped").executeAsync();
        while (FailOnce.PASSED.get() < Scene.MESSAGES / 3) {
            Thread.sleep(20);
        }
        String savepoint = client.stopWithSavepoint(
                        false, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.NATIVE)
                .get();
        assertThat(FailOnce.PASSED).as("frames before the savepoint").hasValueLessThan(Scene.MESSAGES * 2 / 3);
        assertThat(Savepoints.operatorsInRocksDb(savepoint)).contains("track", "aggregate");

        StreamExecutionEnvironment env = environment(lake, folder, "resumed");
        env.configure(new Configuration().set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint));
        env.execute();

        assertThat(Totals.of(lake)).isEqualTo(undisturbed);
    }

    private static StreamExecutionEnvironment environment(TestLake lake, Path folder, String run) {
        JobConf conf = lake.conf(
                "--parallelism", "" + PARALLELISM,
                "--checkpoint.interval", "400ms",
                "--window.size", "20s",
                // The same person's look comes back every few seconds, and is somebody else.
                "--track.visit-gap", "1s",
                // No camera is ever quiet here, however slow the machine is.
                "--track.quiet-after", "1h");
        Configuration cluster = new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10))
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        folder.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
        CrowdAnalyticsJob.build(env, conf, parts(run), new CollectingSink<>(run + "-windows"), LakeSinks.of(conf));
        return env;
    }

    private static FrameAnalysisParts parts(String run) {
        return new FrameAnalysisParts(
                new DataGeneratorSource<>(
                        Scene::message,
                        Scene.MESSAGES,
                        // So that there are checkpoints in mid-stream, however slow the machine is.
                        RateLimiterStrategy.perCheckpoint(Scene.MESSAGES / 12),
                        TypeInformation.of(HubRecord.class)),
                FakeAnalyzerFactory::analyzers,
                CrowdAnalyticsJobTest::failing,
                new CollectingSink<>(run + "-analyses"));
    }

    private static SingleOutputStreamOperator<AnalysisOutcome> failing(DataStream<CameraFrame> frames) {
        // Keyed, so that the frames of a camera stay in order: how far they get apart otherwise is a matter of the
        // machine.
        return FakeAnalysis.apply(
                frames.keyBy(CameraFrame::deviceId).map(new FailOnce()).uid("analyze-fail-once"));
    }
}
