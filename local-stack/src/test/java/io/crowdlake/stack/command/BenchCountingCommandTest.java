package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is refused before a JVM starts; a whole run is CrowdBenchIT. */
class BenchCountingCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryOptionAndItsChoices() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--model=URI", "--scene=KIND", "--rate=N", "--boxes=WHOSE", "--scenes=N", "--seconds=S")
                .contains("--seed=N", "--visit-gap=S", "--json", "docs/benchmarks.md");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThat(run("--rate", "3,10")).isEqualTo(1);
        assertThat(run("--scenes", "0")).isEqualTo(1);
        assertThat(run("--visit-gap", "0")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "crowd: --rate 3 does not fit 10; rates are whole frames per second up to 30, each a divisor of the"
                                + " highest",
                        "crowd: --scenes is 0, must be within 1..100",
                        "crowd: --visit-gap is 0.0, must be more than zero");
    }

    @Test
    void anUnknownSceneIsToldWithTheKnownOnes() {
        assertThat(run("--scene", "party")).isEqualTo(2);
        assertThat(err.toString()).contains("--scene", "party", "REENTERING");
    }

    private int run(String... arguments) {
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "bench";
        all[1] = "counting";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return commandLine.execute(all);
    }
}
