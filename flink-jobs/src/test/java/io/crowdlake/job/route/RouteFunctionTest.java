package io.crowdlake.job.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.contracts.Origin;
import io.crowdlake.job.FakeAnalyzerFactory;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.IngestLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteFunctionTest {

    private static final Instant CAPTURED = Instant.parse("2026-03-01T10:00:00.125Z");
    private static final Origin ORIGIN = new Origin("camera-frames", 3, 1234);

    private OneInputStreamOperatorTestHarness<HubRecord, CameraFrame> route;

    @BeforeEach
    void open() throws Exception {
        IngestLimits limits = new IngestLimits(262_144, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofMinutes(5));
        route = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new RouteFunction(FakeAnalyzerFactory::analyzers, limits)));
        route.open();
    }

    @AfterEach
    void close() throws Exception {
        route.close();
    }

    @Test
    void aFrameGoesToItsAnalyzer() throws Exception {
        CameraFrame frame = frame("camframe-analysis", "image/jpeg", "picture");
        route.processElement(HubRecord.of(frame), 0);

        assertThat(route.extractOutputValues())
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(frame);
        assertThat(deadLetters()).isNull();
    }

    @Test
    void mediaTypesAreComparedWithoutParametersAndCase() throws Exception {
        route.processElement(HubRecord.of(frame("camframe-analysis", "Image/JPEG; quality=80", "picture")), 0);
        assertThat(route.extractOutputValues()).hasSize(1);
    }

    @Test
    void anAnalysisMadeAtTheEdgeGoesPastTheAnalyzer() throws Exception {
        FrameAnalysis made = analysis("entrance-1", "boot", 42, CAPTURED);
        route.processElement(HubRecord.of(edge(made)), 0);

        assertThat(route.extractOutputValues()).isEmpty();
        assertThat(edgeAnalyses()).singleElement().satisfies(analysis -> {
            assertThat(analysis.faces()).hasSize(1);
            assertThat(analysis.faces().get(0).visitId())
                    .as("visit claimed by the camera")
                    .isNull();
            assertThat(analysis.origin()).isEqualTo(ORIGIN);
            assertThat(analysis.enqueuedAt()).isEqualTo(CAPTURED.plusSeconds(1));
            assertThat(analysis.modelVersion()).isEqualTo("edge 1");
        });
    }

    @Test
    void whatItsPolicyWithholdsACameraDoesNotTellEither() throws Exception {
        FrameAnalysis made = analysis("entrance-1", "boot", 42, CAPTURED);
        CameraFrame message = edge(made);
        route.processElement(
                HubRecord.of(new CameraFrame(
                        message.deviceId(),
                        message.bootId(),
                        message.sequence(),
                        message.capturedAt(),
                        message.enqueuedAt(),
                        message.cognitiveType(),
                        message.contentType(),
                        message.payload(),
                        message.origin(),
                        new AttributePolicy(false, false, false, true))),
                0);
        assertThat(edgeAnalyses()).singleElement().satisfies(analysis -> assertThat(analysis.faces())
                .hasSameSizeAs(made.faces())
                .allSatisfy(face -> assertThat(face.attributes()).isEqualTo(FaceAttributes.UNKNOWN)));
    }

    @Test
    void aCameraCannotSpeakForAnother() throws Exception {
        assertEdgeRefused(
                analysis("exit-9", "boot", 42, CAPTURED),
                "device_id of the body differs from the header, which is entrance-1");
        assertEdgeRefused(analysis("entrance-1", "other", 42, CAPTURED), "boot_id of the body differs");
        assertEdgeRefused(analysis("entrance-1", "boot", 43, CAPTURED), "sequence of the body differs");
        assertEdgeRefused(
                analysis("entrance-1", "boot", 42, CAPTURED.plusSeconds(1)), "captured_at of the body differs");
    }

    @Test
    void headersMayBeRoundedToMilliseconds() throws Exception {
        route.processElement(HubRecord.of(edge(analysis("entrance-1", "boot", 42, CAPTURED.plusNanos(999_000)))), 0);
        assertThat(edgeAnalyses()).hasSize(1);
    }

    @Test
    void jsonThatIsNoAnalysisIsGivenUp() throws Exception {
        route.processElement(HubRecord.of(frame("camframe-analysis", "application/json", "{ broken")), 0);
        assertGivenUp(DeadLetterReason.JSON_INVALID, "body is no frame analysis");
    }

    @Test
    void theAddressOfAPictureIsForTheStageThatReadsIt() throws Exception {
        CameraFrame address = frame("camframe-analysis", "text/uri-list", "https://account/frames/entrance-1/1.jpg");
        route.processElement(HubRecord.of(address), 0);
        assertThat(route.extractOutputValues()).isEmpty();
        assertThat(route.getSideOutput(RouteFunction.REFERENCES))
                .singleElement()
                .extracting(StreamRecord::getValue)
                .usingRecursiveComparison()
                .isEqualTo(address);
    }

    @Test
    void unknownCognitiveTypeIsGivenUp() throws Exception {
        route.processElement(HubRecord.of(frame("parking-analysis", "image/jpeg", "picture")), 0);
        assertGivenUp(
                DeadLetterReason.COGNITIVE_TYPE_UNKNOWN,
                "cognitive type is parking-analysis, must be one of camframe-analysis");
    }

    @Test
    void mediaTypeThatNobodyReadsIsGivenUp() throws Exception {
        route.processElement(HubRecord.of(frame("camframe-analysis", "text/plain", "hello")), 0);
        assertGivenUp(DeadLetterReason.CONTENT_TYPE_UNSUPPORTED, "content type is text/plain");
    }

    @Test
    void aHeartbeatGoesPastTheAnalyzers() throws Exception {
        DeviceTelemetry told = telemetry("entrance-1", CAPTURED);
        route.processElement(HubRecord.of(heartbeat("application/json; charset=utf-8", told)), 0);

        assertThat(route.extractOutputValues()).isEmpty();
        assertThat(route.getSideOutput(RouteFunction.TELEMETRY).stream().map(StreamRecord::getValue))
                .containsExactly(told);
        assertThat(deadLetters()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ broken",
                "[]",
                "null",
                "\"hot\"",
                "{\"device_id\":\"entrance-1\"}",
                "{\"device_id\":\"entrance-1\",\"sent_at\":\"2026-03-01T10:00:00Z\",\"frames_captured\":-1,"
                        + "\"frames_sent\":0,\"frames_dropped\":0,\"buffered\":0,\"software_version\":\"1\",\"uptime\":\"PT1S\"}",
                "{\"device_id\":\"entrance-1\",\"sent_at\":\"2026-03-01T10:00:00Z\",\"frames_captured\":1,"
                        + "\"frames_sent\":0,\"frames_dropped\":0,\"buffered\":0,\"software_version\":\"1\",\"uptime\":\"PT1S\","
                        + "\"temperature_celsius\":5000}",
            })
    void nonsenseInAHeartbeatIsGivenUp(String body) throws Exception {
        route.processElement(HubRecord.of(frame("device-telemetry", "application/json", body)), 0);
        assertGivenUp(DeadLetterReason.JSON_INVALID, "body is no device telemetry");
        assertThat(route.getSideOutput(RouteFunction.TELEMETRY)).isNull();
    }

    @Test
    void aCameraCannotTellOfAnotherOrOfAnotherTime() throws Exception {
        route.processElement(HubRecord.of(heartbeat("application/json", telemetry("exit-9", CAPTURED))), 0);
        assertGivenUp(
                DeadLetterReason.JSON_INVALID, "device_id of the body differs from the header, which is entrance-1");
        deadLetters().clear();

        Instant farOff = Instant.parse("2999-01-01T00:00:00Z");
        route.processElement(HubRecord.of(heartbeat("application/json", telemetry("entrance-1", farOff))), 0);
        assertGivenUp(DeadLetterReason.TIMESTAMP_OUT_OF_RANGE, "sent_at is 2999-01-01T00:00:00Z");
    }

    @Test
    void aHeartbeatIsJson() throws Exception {
        route.processElement(HubRecord.of(heartbeat("image/jpeg", telemetry("entrance-1", CAPTURED))), 0);
        assertGivenUp(
                DeadLetterReason.CONTENT_TYPE_UNSUPPORTED,
                "content type is image/jpeg, which the analyzer of device-telemetry does not read");
    }

    @Test
    void whatIngestGaveUpPassesThrough() throws Exception {
        DeadLetter letter = new DeadLetter(DeadLetterReason.BODY_EMPTY, "", null, ORIGIN, 0, null, CAPTURED);
        route.processElement(HubRecord.of(letter), 0);
        assertThat(deadLetters().stream().map(StreamRecord::getValue)).containsExactly(letter);
    }

    private void assertEdgeRefused(FrameAnalysis body, String detail) throws Exception {
        route.processElement(HubRecord.of(edge(body)), 0);
        assertGivenUp(DeadLetterReason.JSON_INVALID, detail);
        deadLetters().clear();
    }

    private void assertGivenUp(DeadLetterReason reason, String detail) {
        assertThat(route.extractOutputValues()).isEmpty();
        assertThat(deadLetters())
                .singleElement()
                .extracting(StreamRecord::getValue)
                .satisfies(letter -> {
                    assertThat(letter.reason()).isEqualTo(reason);
                    assertThat(letter.detail()).contains(detail);
                    assertThat(letter.deviceId()).isEqualTo("entrance-1");
                    assertThat(letter.origin()).isEqualTo(ORIGIN);
                    assertThat(letter.capturedAt()).isEqualTo(CAPTURED);
                    assertThat(letter.payloadBytes()).isPositive();
                });
    }

    private Queue<StreamRecord<DeadLetter>> deadLetters() {
        return route.getSideOutput(RouteFunction.DEAD_LETTERS);
    }

    private List<FrameAnalysis> edgeAnalyses() {
        return route.getSideOutput(RouteFunction.EDGE_ANALYSES).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static DeviceTelemetry telemetry(String deviceId, Instant sentAt) {
        return new DeviceTelemetry(
                deviceId, sentAt, 10, 9, 0, 1, null, "0.1.0", Duration.ofSeconds(30), "the hub does not answer");
    }

    private static CameraFrame heartbeat(String contentType, DeviceTelemetry telemetry) {
        return frame("device-telemetry", contentType, new String(JsonCodec.write(telemetry), StandardCharsets.UTF_8));
    }

    private static CameraFrame edge(FrameAnalysis analysis) {
        return frame(
                "camframe-analysis",
                "application/json; charset=utf-8",
                new String(JsonCodec.write(analysis), StandardCharsets.UTF_8));
    }

    private static CameraFrame frame(String cognitiveType, String contentType, String body) {
        return new CameraFrame(
                "entrance-1",
                "boot",
                42,
                CAPTURED,
                CAPTURED.plusSeconds(1),
                cognitiveType,
                contentType,
                body.getBytes(StandardCharsets.UTF_8),
                ORIGIN);
    }

    private static FrameAnalysis analysis(String deviceId, String bootId, long sequence, Instant capturedAt) {
        DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.1, 0.2, 0.2), 0.9, null, "claimed-visit");
        return new FrameAnalysis(
                deviceId, bootId, sequence, capturedAt, null, capturedAt, 640, 480, "edge 1", List.of(face), null);
    }
}
