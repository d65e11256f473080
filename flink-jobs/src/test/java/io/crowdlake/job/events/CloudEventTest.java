package io.crowdlake.job.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CloudEventTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void frameAnalysis() throws IOException {
        FrameAnalysis analysis = new FrameAnalysis(
                "entrance 1/ä", "boot", 42, TIME, null, TIME.plusSeconds(1), 640, 480, "faces 1", List.of(), null);
        ProducerRecord<byte[], byte[]> event = CloudEvent.of(analysis).toRecord("frame-analyses");

        assertThat(event.topic()).isEqualTo("frame-analyses");
        assertThat(text(event.key())).isEqualTo("entrance 1/ä");
        assertThat(headers(event))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "entrance 1/ä/boot/42",
                        "ce_type", "io.crowdlake.frame-analysed.v1",
                        "ce_source", "/crowdlake/cameras/entrance+1%2F%C3%A4",
                        "ce_time", "2026-03-01T10:00:01Z",
                        "content-type", "application/json"));
        assertThat(JsonCodec.read(event.value(), FrameAnalysis.class)).isEqualTo(analysis);
    }

    @Test
    void crowdDemographics() throws IOException {
        CrowdDemographics window = window(3);
        ProducerRecord<byte[], byte[]> event = CloudEvent.of(window).toRecord("crowd-demographics");

        assertThat(text(event.key())).isEqualTo("entrance-1");
        assertThat(headers(event))
                .containsEntry("ce_id", "entrance-1/2026-03-01T10:00:00Z/3")
                .containsEntry("ce_type", "io.crowdlake.crowd-demographics-updated.v1")
                .containsEntry("ce_time", "2026-03-01T11:00:30Z");
        assertThat(JsonCodec.read(event.value(), CrowdDemographics.class)).isEqualTo(window);
    }

    @Test
    void idsTellNewsFromRepetition() {
        assertThat(CloudEvent.of(window(3)).id())
                .isEqualTo(CloudEvent.of(window(3)).id());
        assertThat(CloudEvent.of(window(3)).id())
                .isNotEqualTo(CloudEvent.of(window(4)).id());
    }

    private static CrowdDemographics window(long revision) {
        return new CrowdDemographics(
                "entrance-1",
                TIME,
                TIME.plusSeconds(3600),
                revision,
                true,
                1,
                1,
                1,
                1,
                0,
                0,
                1,
                0.5,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "faces 1",
                TIME.plusSeconds(3630));
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> event) {
        Map<String, String> headers = new TreeMap<>();
        event.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return headers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
