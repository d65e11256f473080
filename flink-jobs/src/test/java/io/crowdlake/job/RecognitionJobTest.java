package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.contracts.SealedEmbedding;
import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.inference.seal.EmbeddingSealer;
import io.crowdlake.inference.seal.SealingKey;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.LakeTable;
import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.recognize.KeyFiles;
import io.crowdlake.job.recognize.Looks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job with recognition, on a small cluster that fails once: three people take turns before each camera of {@link Scene}. */
@Timeout(300)
class RecognitionJobTest {

    private static final int PEOPLE = 3;
    private static final int VISITS = (int) Scene.visits() / Scene.CAMERAS;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    Path folder;

    private TestLake lake;
    private String key;

    @BeforeEach
    void create() throws Exception {
        lake = TestLake.in(folder.resolve("lake")).migrated();
        key = KeyFiles.create(folder, 1);
    }

    @Test
    void everybodyIsNewOnceAtEachSiteAlsoWhenTheJobFailsInBetween() throws Exception {
        FailOnce.ARMED.set(true);

        environment(true).execute();

        assertThat(FailOnce.ARMED).as("still to fail").isFalse();
        Map<String, Map<String, Long>> told = told();
        Map<String, Long> known = Map.of("new", (long) PEOPLE, "returning", (long) VISITS - PEOPLE);
        assertThat(told.get("camera-0")).isEqualTo(known);
        assertThat(told.get("camera-1")).isEqualTo(known);
        assertThat(told.get("camera-2")).as("a camera that takes no part").isEqualTo(Map.of("unknown", (long) VISITS));
        assertThat(told.get("camera-3")).as("a camera that analyses itself").isEqualTo(Map.of("unknown", (long)
                VISITS));
        assertThat(Totals.of(lake).entries()).isEqualTo(Scene.visits());
        assertThat(newVisitors()).isEqualTo(2L * PEOPLE);
        assertNothingShowsALook();
    }

    @Test
    void withoutRecognitionThereIsNoSuchStage() throws Exception {
        assertThat(environment(true).getStreamGraph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .contains("track", "recognize", "aggregate");
        assertThat(environment(false).getStreamGraph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .contains("track", "aggregate")
                .doesNotContain("recognize");
    }

    private static void assertNothingShowsALook() {
        assertThat(CollectingSink.collected("recognition-analyses"))
                .isNotEmpty()
                .anySatisfy(event -> assertThat(((FrameAnalysis) event).faces())
                        .isNotEmpty()
                        .allSatisfy(face -> assertThat(face.embedding()).isNotNull()))
                .allSatisfy(event -> assertThat(new String(JsonCodec.write(event), StandardCharsets.UTF_8))
                        .doesNotContain("embedding", "sealed"));
    }

    private Map<String, Map<String, Long>> told() {
        return lake.rows(LakeTable.VISITS).stream()
                .filter(row -> Scene.isBeforeTheEnd(((OffsetDateTime) row.getField("last_seen")).toInstant()))
                .collect(Collectors.groupingBy(
                        row -> (String) row.getField("device_id"),
                        TreeMap::new,
                        Collectors.groupingBy(
                                row -> (String) row.getField("recognition"), TreeMap::new, Collectors.counting())));
    }

    /** Over the newest revisions of all windows. */
    private long newVisitors() {
        Map<String, Long> newest = new TreeMap<>();
        lake.rows(LakeTable.CROWD_DEMOGRAPHICS).stream()
                .sorted((one, other) ->
                        Long.compare((Long) one.getField("revision"), (Long) other.getField("revision")))
                .forEach(row -> newest.put(row.getField("device_id") + " " + row.getField("window_start"), (Long)
                        row.getField("new_visitors")));
        return newest.values().stream().mapToLong(Long::longValue).sum();
    }

    private StreamExecutionEnvironment environment(boolean recognition) {
        JobConf conf = recognition
                ? lake.conf(
                        "--parallelism", "2",
                        "--checkpoint.interval", "400ms",
                        "--window.size", "1h",
                        "--track.quiet-after", "1h",
                        "--track.visit-gap", "1s",
                        "--recognition.enabled", "true",
                        "--recognition.key-file", key,
                        "--recognition.likeness", "" + Looks.LIKENESS,
                        "--recognition.return-after", "5s",
                        "--recognition.sites.camera-2", "off")
                : lake.conf();
        Configuration cluster = new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10))
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        folder.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
        String file = key;
        FrameAnalysisParts parts = new FrameAnalysisParts(
                new DataGeneratorSource<>(
                        Scene::message,
                        Scene.MESSAGES,
                        RateLimiterStrategy.perCheckpoint(Scene.MESSAGES / 2),
                        TypeInformation.of(HubRecord.class)),
                FakeAnalyzerFactory::analyzers,
                frames -> sealing(frames, file),
                new CollectingSink<>("recognition-analyses"));
        CrowdAnalyticsJob.build(env, conf, parts, new CollectingSink<>("recognition-windows"), LakeSinks.of(conf));
        return env;
    }

    private static SingleOutputStreamOperator<AnalysisOutcome> sealing(DataStream<CameraFrame> frames, String key) {
        DataStream<CameraFrame> failing =
                frames.keyBy(CameraFrame::deviceId).map(new FailOnce()).uid("analyze-fail-once");
        return FakeAnalysis.apply(failing)
                .uid("analyze-fake")
                .map(new Sealing(key))
                .returns(TypeInformation.of(AnalysisOutcome.class));
    }

    /** Adds what the person of {@link Scene} looks like, at all cameras but one. */
    private static final class Sealing extends RichMapFunction<AnalysisOutcome, AnalysisOutcome> {

        private static final long serialVersionUID = 1;

        private final String key;
        private transient EmbeddingSealer sealer;

        Sealing(String key) {
            this.key = key;
        }

        @Override
        public void open(OpenContext context) {
            sealer = new EmbeddingSealer(SealingKey.read(key));
        }

        @Override
        public AnalysisOutcome map(AnalysisOutcome outcome) {
            FrameAnalysis analysis = outcome.analysis();
            if (analysis == null || analysis.deviceId().equals("camera-2")) {
                return outcome;
            }
            int sequence = (int) analysis.sequence();
            Function<DetectedFace, SealedEmbedding> look =
                    face -> sealer.seal(Looks.at(Scene.person(sequence) % PEOPLE, sequence));
            List<DetectedFace> faces = analysis.faces().stream()
                    .map(face -> face.withEmbedding(look.apply(face)))
                    .toList();
            return new AnalysisOutcome(analysis.withFaces(faces), null);
        }
    }
}
