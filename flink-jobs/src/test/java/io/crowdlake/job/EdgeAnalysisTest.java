package io.crowdlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.HubHeaders;
import io.crowdlake.device.Camera;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.edge.EdgeAnalyzer;
import io.crowdlake.device.edge.EdgeHub;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.SharedHub;
import io.crowdlake.device.source.SceneSource;
import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.KafkaRecords;
import io.crowdlake.hub.telemetry.MessageProperties;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.IngestLimits;
import io.crowdlake.job.ingest.Received;
import io.crowdlake.job.route.RouteFunction;
import io.crowdlake.scene.SceneOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The same frames, analysed by the camera and by the job, through the hub's headers and the stage that decides. */
class EdgeAnalysisTest {

    private static final int FRAMES = 12;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final IngestLimits LIMITS =
            new IngestLimits(262_144, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofDays(3650));

    @Test
    void aCameraThatAnalysesItsFramesTellsWhatTheJobWouldHaveSeen() throws Exception {
        List<CameraFrame> pictures = sent("inline");
        List<CameraFrame> analyses = sent("edge");
        assertThat(analyses).hasSameSizeAs(pictures).hasSize(FRAMES);

        List<FrameAnalysis> byJob = new ArrayList<>();
        try (CognitiveAnalyzer analyzer = Analyzers.load(getClass().getClassLoader())
                .byType(CognitiveTypes.CAMFRAME_ANALYSIS)
                .orElseThrow()
                .open(AnalyzerSettings.defaults())) {
            for (CameraFrame frame : routed(pictures).frames()) {
                byJob.add(analyzer.analyze(frame));
            }
        }
        List<FrameAnalysis> byCamera = routed(analyses).edge();

        assertThat(byCamera)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("analyzedAt", "bootId")
                .containsExactlyElementsOf(byJob);
        assertThat(byCamera.stream().map(FrameAnalysis::faces).flatMap(List::stream))
                .as("faces in the scene")
                .hasSizeGreaterThan(FRAMES / 2)
                .extracting(DetectedFace::embedding)
                .containsOnlyNulls();
        assertThat(analyses).allSatisfy(frame -> {
            assertThat(frame.payload()[0]).as("JSON").isEqualTo((byte) '{');
            assertThat(frame.payload().length).as("one unit of the hub").isLessThan(4096);
        });
    }

    private record Routed(List<CameraFrame> frames, List<FrameAnalysis> edge) {}

    private static Routed routed(List<CameraFrame> messages) throws Exception {
        try (OneInputStreamOperatorTestHarness<HubRecord, CameraFrame> route = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new RouteFunction(Analyzers::load, LIMITS)))) {
            route.open();
            for (CameraFrame message : messages) {
                route.processElement(throughTheHub(message), 0);
            }
            assertThat(route.getSideOutput(RouteFunction.DEAD_LETTERS)).isNull();
            var edge = route.getSideOutput(RouteFunction.EDGE_ANALYSES);
            return new Routed(
                    route.extractOutputValues(),
                    edge == null
                            ? List.of()
                            : edge.stream().map(StreamRecord::getValue).toList());
        }
    }

    private static HubRecord throughTheHub(CameraFrame frame) {
        Map<String, String> application = Map.of(
                HubHeaders.COGNITIVE_TYPE, frame.cognitiveType(),
                HubHeaders.CAPTURED_AT, frame.capturedAt().toString(),
                HubHeaders.BOOT_ID, frame.bootId(),
                HubHeaders.SEQUENCE, Long.toString(frame.sequence()));
        return Received.from(
                KafkaRecords.of(
                        "camera-frames",
                        new DeviceMessage(
                                new Identity("entrance-1", "1", AuthenticationType.SAS),
                                new MessageProperties(Map.of("content-type", frame.contentType()), application),
                                frame.payload(),
                                START)),
                frame.sequence(),
                LIMITS);
    }

    /** What a camera sends of a drawn scene; the same scene each time. */
    private static List<CameraFrame> sent(String transport) throws Exception {
        List<CameraFrame> sent = new ArrayList<>();
        FramePublisher publisher = new FramePublisher() {
            @Override
            public CompletableFuture<Void> publish(CameraFrame frame) {
                sent.add(frame);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletableFuture<Void> announce(CameraFrame message) {
                throw new AssertionError("nothing is announced here");
            }

            @Override
            public void close() {}
        };
        Steps clock = new Steps();
        LiveConfiguration configuration = new LiveConfiguration();
        CameraControl control = new CameraControl(configuration);
        control.configure(Map.of("transport", transport), 1);
        try (EdgeHub hub =
                        new EdgeHub(new SharedHub(publisher), EdgeAnalyzer.ofBundle(AnalyzerSettings.BUILT_IN_BUNDLE));
                Camera camera = new Camera(
                        "entrance-1",
                        new SceneSource(SceneOptions.busy(7).withFramesPerSecond(1), null),
                        hub.publisher("entrance-1", control),
                        clock,
                        1,
                        Optional.empty(),
                        configuration)) {
            while (sent.size() < FRAMES) {
                clock.now = clock.now.plus(camera.step().orElseThrow());
            }
        }
        return sent;
    }

    /** Stands still until it is moved. */
    private static final class Steps extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
