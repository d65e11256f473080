package io.crowdlake.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void saysHowFarItIsAndWhatCameOut() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), 2);

        progress.step("small frames");
        progress.result("12 frames/s");
        progress.step("large frames");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("[1/2] small frames", "      12 frames/s", "[2/2] large frames");
    }
}
