package io.crowdlake.device.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.FakePublisher;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.FrameRefusedException;
import io.crowdlake.device.hub.SharedHub;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.CognitiveAnalyzer;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class EdgePublisherTest {

    private static final Instant CAPTURED = Instant.parse("2026-03-01T12:00:07.123Z");

    private final FakePublisher hub = new FakePublisher();
    private final CameraControl control = new CameraControl(new LiveConfiguration());
    private final FakeFaces faces = new FakeFaces();
    private final EdgeHub edge = new EdgeHub(new SharedHub(hub), new EdgeAnalyzer(faces, AnalyzerSettings.defaults()));

    @Test
    void onlyWhatWasSeenLeavesTheSite() throws Exception {
        var door = edge.publisher("door", control);
        control.configure(Map.of("transport", "edge"), 1);
        assertThat(door.publish(frame("picture"))).isCompleted();

        CameraFrame sent = hub.accepted.get(0);
        assertThat(sent.contentType()).isEqualTo("application/json");
        assertThat(sent.cognitiveType()).isEqualTo("camframe-analysis");
        FrameAnalysis analysis = JsonCodec.read(sent.payload(), FrameAnalysis.class);
        assertThat(analysis.deviceId()).isEqualTo("door");
        assertThat(analysis.sequence()).isEqualTo(sent.sequence()).isEqualTo(7);
        assertThat(analysis.capturedAt()).isEqualTo(sent.capturedAt()).isEqualTo(CAPTURED);
    }

    @Test
    void thePictureGoesAsItIsOtherwiseAndNothingIsLoaded() throws Exception {
        assertThat(edge.publisher("door", control).publish(frame("picture"))).isCompleted();
        assertThat(hub.accepted).extracting(CameraFrame::contentType).containsExactly("image/jpeg");
        assertThat(faces.opened).isZero();
    }

    @Test
    void whatIsNoPictureStaysAndTheNextOneGoes() throws Exception {
        var door = edge.publisher("door", control);
        control.configure(Map.of("transport", "edge"), 1);
        assertThat(door.publish(frame("")))
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(FrameRefusedException.class)
                .withMessageContaining("cannot be analysed");
        assertThat(door.publish(frame("picture"))).isCompleted();
        assertThat(hub.accepted).hasSize(1);
        assertThat(faces.opened).as("analyzers of all frames").isEqualTo(1);
    }

    @Test
    void aModelThatDoesNotWorkIsSaidBeforeItIsNeeded() {
        SendingWays ways = new SendingWays(EdgeAnalyzer.ofBundle("/no/such/bundle"), false);
        assertThat(ways.refusal(Transport.INLINE)).isEmpty();
        assertThat(ways.refusal(Transport.EDGE))
                .hasValueSatisfying(reason -> assertThat(reason).hasLineCount(1).contains("/no/such/bundle"));
        assertThat(ways.refusal(Transport.REFERENCE)).contains("only a hub takes files: give one with --hub");
    }

    @Test
    void theAnalyzerIsClosedAfterTheHub() throws Exception {
        control.configure(Map.of("transport", "edge"), 1);
        edge.publisher("door", control).publish(frame("picture"));
        edge.close();
        assertThat(hub.closed).isTrue();
        assertThat(faces.closed).isEqualTo(1);
    }

    private static CameraFrame frame(String body) {
        return new CameraFrame(
                "door",
                "boot-1",
                7,
                CAPTURED,
                null,
                "camframe-analysis",
                "image/jpeg",
                body.getBytes(StandardCharsets.UTF_8),
                null);
    }

    /** Sees nobody in anything but an empty picture, which is none. */
    private static final class FakeFaces implements CognitiveAnalyzerFactory, CognitiveAnalyzer {

        int opened;
        int closed;

        @Override
        public String cognitiveType() {
            return "camframe-analysis";
        }

        @Override
        public boolean accepts(String contentType) {
            return true;
        }

        @Override
        public void check(AnalyzerSettings settings) {}

        @Override
        public CognitiveAnalyzer open(AnalyzerSettings settings) {
            opened++;
            return this;
        }

        @Override
        public FrameAnalysis analyze(CameraFrame frame) throws AnalysisException {
            if (frame.payload().length == 0) {
                throw new AnalysisException(DeadLetterReason.IMAGE_INVALID, "no picture");
            }
            return new FrameAnalysis(
                    frame.deviceId(),
                    frame.bootId(),
                    frame.sequence(),
                    frame.capturedAt(),
                    null,
                    frame.capturedAt().plusMillis(20),
                    640,
                    480,
                    "fake 1",
                    List.of(),
                    null);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
