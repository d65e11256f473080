package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody looks like goes nowhere but where it is handed. */
class SealedEmbeddingTest {

    private static final byte[] BYTES = "looks like somebody".getBytes(StandardCharsets.UTF_8);
    private static final DetectedFace FACE =
            new DetectedFace(new BoundingBox(0.1, 0.2, 0.3, 0.4), 0.9, FaceAttributes.UNKNOWN, null);
    private static final DetectedFace KNOWN = FACE.withEmbedding(new SealedEmbedding(BYTES));

    @Test
    void isNotPartOfTheJson() throws IOException {
        FrameAnalysis analysis = Samples.frameAnalysis().withFaces(List.of(KNOWN));

        String json = new String(JsonCodec.write(analysis), StandardCharsets.UTF_8);

        assertThat(json)
                .doesNotContain("embedding", "somebody", Base64.getEncoder().encodeToString(BYTES))
                .isEqualTo(new String(JsonCodec.write(analysis.withFaces(List.of(FACE))), StandardCharsets.UTF_8));
        assertThat(JsonCodec.read(json.getBytes(StandardCharsets.UTF_8), FrameAnalysis.class)
                        .faces())
                .containsExactly(FACE);
    }

    @Test
    void isNotTakenFromTheJson() throws IOException {
        String json = new String(JsonCodec.write(FACE), StandardCharsets.UTF_8);
        for (String claimed : List.of("{\"bytes\":\"bG9va3M=\"}", "\"bG9va3M=\"", "[1.0]", "null")) {
            String more = json.replaceFirst("\\{", "{\"embedding\":" + claimed + ",");

            assertThat(JsonCodec.read(more.getBytes(StandardCharsets.UTF_8), DetectedFace.class))
                    .as(claimed)
                    .isEqualTo(FACE);
        }
    }

    @Test
    void isNotPrinted() {
        assertThat(KNOWN.toString()).contains("embedding=sealed").doesNotContain("108", "somebody");
    }

    @Test
    void isEqualByContent() {
        assertThat(new SealedEmbedding(BYTES))
                .isEqualTo(new SealedEmbedding(BYTES.clone()))
                .hasSameHashCodeAs(new SealedEmbedding(BYTES.clone()));
        assertThat(KNOWN).isNotEqualTo(FACE).isNotEqualTo(FACE.withEmbedding(new SealedEmbedding(new byte[] {1})));
        assertThat(KNOWN.withVisit("v").withEmbedding(null)).isEqualTo(FACE.withVisit("v"));
        assertThatThrownBy(() -> new SealedEmbedding(null)).hasMessage("embedding.bytes is missing");
    }
}
