package io.crowdlake.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.contracts.Origin;
import io.crowdlake.inference.flink.AnalysisOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class FrameAnalysisDeserializerTest {

    private static final FrameAnalysisDeserializer DESERIALIZER = new FrameAnalysisDeserializer(
            new IngestLimits(262_144, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofMinutes(5)),
            Clock.fixed(Messages.NOW, ZoneOffset.UTC));

    @Test
    void analysisIsReadAsItWasWritten() {
        FrameAnalysis analysis = analysis(Messages.CAPTURED, Messages.NOW, new Origin("camera-frames", 0, 7));
        assertThat(read(JsonCodec.write(analysis)).analysis()).isEqualTo(analysis);
    }

    @Test
    void analysisThatCameStraightToTheTopicHasItsOriginThere() {
        FrameAnalysis analysis = analysis(Messages.CAPTURED, Messages.NOW, null);
        assertThat(read(JsonCodec.write(analysis)).analysis().origin()).isEqualTo(new Origin("camera-frames", 3, 1234));
    }

    @Test
    void whatIsNoAnalysisIsGivenUp() {
        for (String body :
                List.of("no json", "null", "{}", "[1, 2]", "{\"faces\": [null]}", "{\"faces\": [{\"box\": 7}]}")) {
            assertGivenUp(body, DeadLetterReason.JSON_INVALID, "body is no frame analysis: ");
        }
        assertGivenUp("", DeadLetterReason.BODY_EMPTY, "message has no body");
    }

    @Test
    void aBodyIsNotQuoted() {
        assertThat(read("secret words".getBytes(StandardCharsets.UTF_8))
                        .deadLetter()
                        .detail())
                .doesNotContain("secret")
                .doesNotContain("\n");
    }

    @Test
    void timesThatCannotBeAreGivenUp() {
        String tooNew = new String(
                JsonCodec.write(analysis(Messages.CAPTURED, Messages.NOW.plus(Duration.ofHours(1)), null)),
                StandardCharsets.UTF_8);
        assertGivenUp(
                tooNew,
                DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                "analyzed_at is 2026-03-01T11:00:05Z, must be within 2020-01-01T00:00:00Z and PT5M from now");
        assertGivenUp(
                tooNew.replace("2026-03-01T11:00:05Z", "+999999999-01-01T00:00:00Z"),
                DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                "analyzed_at is +999999999-01-01T00:00:00Z");
        assertGivenUp(
                tooNew.replace("2026-03-01T10:00:00.125Z", "1970-01-01T00:00:00Z"),
                DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                "captured_at is 1970-01-01T00:00:00Z");
    }

    private static FrameAnalysis analysis(Instant capturedAt, Instant analyzedAt, Origin origin) {
        return new FrameAnalysis(
                "entrance-1", "boot", 1, capturedAt, null, analyzedAt, 640, 480, "model 1", List.of(), origin);
    }

    private static void assertGivenUp(String body, DeadLetterReason reason, String detail) {
        DeadLetter letter = read(body.getBytes(StandardCharsets.UTF_8)).deadLetter();
        assertThat(letter).as("dead letter of " + body).isNotNull();
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.detail()).contains(detail);
        assertThat(letter.origin()).isEqualTo(new Origin("camera-frames", 3, 1234));
        assertThat(letter.payloadBytes()).isEqualTo(body.length());
        assertThat(letter.occurredAt()).isEqualTo(Messages.NOW);
    }

    private static AnalysisOutcome read(byte[] body) {
        List<AnalysisOutcome> outcomes = new ArrayList<>();
        DESERIALIZER.deserialize(Messages.right().body(body).build(), new ListCollector<>(outcomes));
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }
}
