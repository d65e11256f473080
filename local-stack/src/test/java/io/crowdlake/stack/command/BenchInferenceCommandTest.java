package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before a JVM starts; a whole run is the test of module benchmarks. */
class BenchInferenceCommandTest {

    @TempDir
    Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--model=URI", "--baseline=DIR", "--frames=N", "--seconds=S", "--soak=FRAMES", "--json")
                .contains("face_api_to_onnx.py", "docs/benchmarks.md");
    }

    @Test
    void anUnknownBundleIsOneLine() {
        assertThat(run("--model", temporary.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString().strip().lines()).singleElement().asString().contains("model bundle", "none");
    }

    @Test
    void aBaselineThatLacksAFileIsOneLineWithTheRemedy() throws IOException {
        Files.write(temporary.resolve("yunet_n_dynamic.onnx"), new byte[1]);
        Files.write(temporary.resolve("expression.onnx"), new byte[1]);

        assertThat(run("--baseline", temporary.toString())).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("crowd: --baseline " + temporary + " has no age_gender.onnx: make the folder with"
                        + " benchmarks/baseline/face_api_to_onnx.py, see docs/benchmarks.md");
    }

    @Test
    void numbersThatMakeNoSenseAreRefusedByName() {
        assertThat(run("--frames", "0")).isEqualTo(1);
        assertThat(run("--seconds", "-1")).isEqualTo(1);
        assertThat(run("--soak", "3")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "crowd: --frames is 0, must be at least 1",
                        "crowd: --seconds is -1.0, must be above 0 and at most 3600",
                        "crowd: --soak is 3, must be at least 20 frames");
    }

    private int run(String... arguments) {
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "bench";
        all[1] = "inference";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return commandLine.execute(all);
    }
}
