package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is refused before a JVM starts; a whole run is CrowdBenchIT. */
class BenchWindowsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--cameras=N", "--rate=N", "--overtaken=N", "--warm-up=N", "--analyses=N", "--rounds=N")
                .contains("--checkpoint=S", "--memory=MB", "--heap=MB", "--json", "docs/benchmarks.md");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThat(run("--cameras", "10,0")).isEqualTo(1);
        assertThat(run("--rate", "31")).isEqualTo(1);
        assertThat(run("--overtaken", "1")).isEqualTo(1);
        assertThat(run("--memory", "8")).isEqualTo(1);
        assertThat(run("--heap", "100")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "crowd: --cameras is 0, must be within 1..1000000",
                        "crowd: --rate is 31, must be within 1..30",
                        "crowd: --overtaken is 1, must be 0 or at least 2",
                        "crowd: --memory is 8, must be at least 64",
                        "crowd: --heap is 100, must be at least 256");
    }

    private int run(String... arguments) {
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "bench";
        all[1] = "windows";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return commandLine.execute(all);
    }
}
