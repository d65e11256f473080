package io.crowdlake.stack.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void writesOneLineForAStepWhereLinesCannotBeRedrawn() {
        try (Step step = new Console(out, false, clock).step("Kafka")) {
            step.update("waiting");
            step.done("127.0.0.1:9092");
        }
        assertThat(text()).isEqualTo("Kafka        127.0.0.1:9092 (0.0 s)\n");
    }

    @Test
    void aStepThatNobodyEndsHasFailed() {
        Console console = new Console(out, false, clock);
        console.step("Kafka").close();
        assertThat(text()).isEqualTo("Kafka        failed (0.0 s)\n");
    }

    @Test
    void redrawsALineOnATerminal() {
        try (Step step = new Console(out, true, clock).step("Kafka")) {
            step.done("ready");
        }
        assertThat(text()).contains("\r\033[K").endsWith("Kafka        ready (0.0 s)\n");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
