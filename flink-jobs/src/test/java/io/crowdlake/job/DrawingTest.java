package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.flink.AnalyzeFunction;
import io.crowdlake.job.events.EventSinks;
import io.crowdlake.job.ingest.KafkaSources;
import io.crowdlake.job.lake.LakeSinks;
import io.crowdlake.job.lake.TestLake;
import io.crowdlake.job.options.JobConf;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawings in the javadoc of the jobs are what is built: the same stages, joined in the same way. */
class DrawingTest {

    @TempDir
    Path folder;

    private JobConf conf;

    @BeforeEach
    void createTables() {
        conf = TestLake.in(folder).migrated().conf();
    }

    @Test
    void drawingOfTheWholeJobIsWhatIsBuilt() {
        assertThat(built(DrawingTest::whole))
                .isEqualTo(Drawing.of(CrowdAnalyticsJob.class).arrows());
    }

    @Test
    void drawingOfTheFirstHalfIsWhatIsBuilt() {
        assertThat(built(DrawingTest::firstHalf))
                .isEqualTo(Drawing.of(FrameAnalysisJob.class).arrows());
    }

    @Test
    void drawingOfTheSecondHalfIsWhatIsBuilt() {
        assertThat(built(CrowdAggregationJob::build))
                .isEqualTo(Drawing.of(CrowdAggregationJob.class).arrows());
    }

    @Test
    void everyOperatorHasAnIdAndAName() {
        assertThat(graph(DrawingTest::whole).getStreamNodes()).allSatisfy(node -> {
            assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
            assertThat(node.getOperatorName()).contains(stage(node));
        });
    }

    @Test
    void bothHalvesTogetherHaveTheIdsOfTheWhole() {
        Set<String> halves = stages(graph(DrawingTest::firstHalf));
        halves.addAll(stages(graph(CrowdAggregationJob::build)));
        assertThat(halves).isEqualTo(stages(graph(DrawingTest::whole)));
    }

    private static void whole(StreamExecutionEnvironment env, JobConf conf) {
        CrowdAnalyticsJob.build(env, conf, parts(conf), EventSinks.crowdDemographics(conf), LakeSinks.of(conf));
    }

    private static void firstHalf(StreamExecutionEnvironment env, JobConf conf) {
        FrameAnalysisJob.build(env, conf, parts(conf), LakeSinks.of(conf));
    }

    /** As on a cluster, but for the network, which takes seconds to load. */
    private static FrameAnalysisParts parts(JobConf conf) {
        return new FrameAnalysisParts(
                KafkaSources.hub(conf),
                FakeAnalyzerFactory::analyzers,
                frames -> AnalyzeFunction.apply(frames, conf.analyze()),
                EventSinks.frameAnalyses(conf));
    }

    private StreamGraph graph(JobLauncher.JobBuilder job) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
        job.build(env, conf);
        return env.getStreamGraph();
    }

    private Set<String> built(JobLauncher.JobBuilder job) {
        StreamGraph graph = graph(job);
        Set<String> arrows = new TreeSet<>();
        for (StreamNode node : graph.getStreamNodes()) {
            for (StreamEdge edge : node.getOutEdges()) {
                String from = stage(node);
                String to = stage(graph.getStreamNode(edge.getTargetId()));
                if (!from.equals(to)) {
                    arrows.add(from + " ─► " + to);
                }
            }
        }
        return arrows;
    }

    private static Set<String> stages(StreamGraph graph) {
        Set<String> stages = new TreeSet<>();
        graph.getStreamNodes().forEach(node -> stages.add(stage(node)));
        return stages;
    }

    /** A stage may be several operators; the id of each names it. */
    private static String stage(StreamNode node) {
        return Drawing.of(CrowdAnalyticsJob.class).labels().stream()
                .filter(label -> node.getTransformationUID().contains(label))
                .reduce((a, b) -> a.length() > b.length() ? a : b)
                .orElseThrow(() -> new AssertionError("no stage is drawn for operator " + node.getTransformationUID()));
    }
}
