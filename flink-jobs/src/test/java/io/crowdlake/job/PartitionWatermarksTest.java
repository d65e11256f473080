package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.job.aggregate.AggregateSettings;
import io.crowdlake.job.aggregate.Revisions;
import io.crowdlake.job.binary.FrameAnalysisSerializer;
import io.crowdlake.job.track.People;
import io.crowdlake.job.track.TrackSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Why there are no watermarks in the job: two cameras share a partition, and one of them was offline for three hours. The same frames go through
 * Flink's windows by the partition's watermark, which lose, and through ours, which do not.
 */
@Timeout(120)
class PartitionWatermarksTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    private static final int SECONDS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration DISORDER = Duration.ofSeconds(10);
    private static final String LIVE = "camera-live";
    private static final String BACKLOG = "camera-backlog";

    @Test
    void windowsByThePartitionsWatermarkLoseABacklog() throws Exception {
        StreamExecutionEnvironment env = environment();
        WatermarkStrategy<FrameAnalysis> strategy = WatermarkStrategy.<FrameAnalysis>forGenerator(
                        context -> new AfterEveryFrame(new BoundedOutOfOrdernessWatermarks<>(DISORDER)))
                .withTimestampAssigner((frame, before) -> frame.capturedAt().toEpochMilli())
                .withIdleness(Duration.ofSeconds(5));
        onePartition(env)
                .assignTimestampsAndWatermarks(strategy)
                .uid("watermarks")
                .keyBy(FrameAnalysis::deviceId)
                .window(TumblingEventTimeWindows.of(WINDOW))
                .process(new Count())
                .uid("windows")
                .sinkTo(new CollectingSink<>("by-watermark"))
                .uid("counted");

        env.execute();

        assertThat(framesByWatermark(LIVE)).isEqualTo(SECONDS);
        assertThat(framesByWatermark(BACKLOG)).as("all but the first are late").isEqualTo(1);
    }

    @Test
    void windowsByTheCamerasClockCountAllOfIt() throws Exception {
        StreamExecutionEnvironment env = environment();
        Duration quiet = Duration.ofHours(1);
        CountedCrowd crowd = CountedCrowd.of(
                onePartition(env),
                CameraLayouts.NONE,
                new TrackSettings(DISORDER, quiet, Duration.ofSeconds(10), Duration.ofHours(24)),
                new AggregateSettings(
                        WINDOW,
                        Duration.ZERO,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(5),
                        Duration.ofHours(24),
                        quiet));
        crowd.tracked().sinkTo(new DiscardingSink<>()).uid("tracked");
        crowd.windows().sinkTo(new CollectingSink<>("by-camera")).uid("revisions");

        env.execute();

        for (String camera : List.of(LIVE, BACKLOG)) {
            List<CrowdDemographics> windows = Revisions.newest(CollectingSink.collected("by-camera").stream()
                    .map(CrowdDemographics.class::cast)
                    .filter(row -> row.deviceId().equals(camera))
                    .toList());
            assertThat(windows).as(camera).hasSize(SECONDS / 60).allSatisfy(window -> {
                assertThat(window.isFinal()).isTrue();
                assertThat(window.frames()).isEqualTo(60);
            });
        }
    }

    private static StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        JobEnvironment.configure(env);
        env.setParallelism(1);
        return env;
    }

    /** By turns a frame of now and one from three hours ago, a frame a second each. */
    private static DataStream<FrameAnalysis> onePartition(StreamExecutionEnvironment env) {
        List<FrameAnalysis> frames = new ArrayList<>();
        Instant before = People.NOON.minus(Duration.ofHours(3));
        for (int second = 0; second < SECONDS; second++) {
            frames.add(People.frame(BACKLOG, second, before.plusSeconds(second), List.of()));
            frames.add(People.frame(LIVE, second, People.NOON.plusSeconds(second), List.of()));
        }
        return env.fromData(frames, FrameAnalysisSerializer.TYPE).uid("partition");
    }

    private static long framesByWatermark(String camera) {
        return CollectingSink.collected("by-watermark").stream()
                .map(Counted.class::cast)
                .filter(window -> window.camera().equals(camera))
                .mapToLong(Counted::frames)
                .sum();
    }

    /** What Flink's window adds up. */
    public record Counted(String camera, long frames) {}

    private static final class Count extends ProcessWindowFunction<FrameAnalysis, Counted, String, TimeWindow> {

        private static final long serialVersionUID = 1;

        @Override
        public void process(String camera, Context context, Iterable<FrameAnalysis> frames, Collector<Counted> out) {
            long count = 0;
            for (FrameAnalysis frame : frames) {
                count += frame.deviceId().equals(camera) ? 1 : 0;
            }
            out.collect(new Counted(camera, count));
        }
    }

    /** Flink's own watermarks, told after every frame instead of every 200 ms, so that the test does not depend on the machine's speed. */
    private record AfterEveryFrame(BoundedOutOfOrdernessWatermarks<FrameAnalysis> watermarks)
            implements WatermarkGenerator<FrameAnalysis> {

        @Override
        public void onEvent(FrameAnalysis frame, long timestamp, WatermarkOutput output) {
            watermarks.onEvent(frame, timestamp, output);
            watermarks.onPeriodicEmit(output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            watermarks.onPeriodicEmit(output);
        }
    }
}
