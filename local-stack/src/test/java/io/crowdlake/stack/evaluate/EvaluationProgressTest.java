package io.crowdlake.stack.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.up.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvaluationProgressTest {

    @Test
    void tellsHowFarItIsAndHowFastItGoes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        TestClock clock = new TestClock();
        try (Step step = console.step("faces")) {
            EvaluationProgress progress = new EvaluationProgress(step, clock);
            assertThat(progress.summary()).isEqualTo("nothing measured");
            progress.at(1, 300);
            assertThat(progress.summary()).isEqualTo("1 of 300");
            clock.advance(Duration.ofSeconds(2));
            progress.at(201, 300);
            assertThat(progress.summary()).isEqualTo("201 of 300, 100/s");
            step.done(progress.summary());
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("faces", "201 of 300, 100/s");
    }
}
