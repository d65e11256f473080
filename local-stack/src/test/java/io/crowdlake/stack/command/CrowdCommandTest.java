package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CrowdCommandTest {

    @TempDir
    Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void knowsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("crowd \\d+\\.\\d+\\.\\d+\\S*\\s+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "query", "analyze", "camera", "fleet", "lake", "model", "bench"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage:", command);
    }

    @Test
    void theHelpOfUpSaysHowToChooseThePrecisionOfTheJob() {
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString()).contains("--set", "model.precision=fp32");
    }

    @Test
    void suggestsWhatAPersonMayHaveMeant() {
        assertThat(run("up", "--camera", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--camera").contains("--cameras");
    }

    @Test
    void saysWhatToDoWhereThereIsNoLake() {
        assertThat(run("query", "select 1", "--data", temporary.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("crowd: there is no lake in " + temporary.resolve("none") + " yet: run ./crowd up first");
    }

    @Test
    void aMistakeInALayoutIsToldBeforeAnythingIsStarted() throws IOException {
        Path layouts = Files.writeString(temporary.resolve("layouts.json"), """
                {"cameras": {"entrance-1": {"zones": [{"name": "till", "corners": [{"x": 0, "y": 2}]}]}}}
                """);

        assertThat(run("up", "--layouts", layouts.toString())).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("crowd: --layouts is " + layouts
                        + ", correct this in it: cameras.entrance-1.zones[0].corners[0]:"
                        + " y is 2.0, must be within 0..1");
        assertThat(run("up", "--layouts", temporary.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none, must be a readable file (NoSuchFileException)");
    }

    @Test
    void aWrongModelBundleIsOneLine() {
        assertThat(run("model", "inspect", temporary.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString().strip().lines()).hasSize(1).allSatisfy(line -> assertThat(line)
                .contains("model bundle", "none"));
    }

    @Test
    void aSourceThatIsNotThereIsToldOfBeforeAnythingStarts() {
        assertThat(run(
                        "up",
                        "--source",
                        "/no/such/clip.mp4",
                        "--data",
                        temporary.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("crowd: /no/such/clip.mp4 does not exist");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThat(run("up", "--speed", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed is 0.0, must be above 0");
        assertThat(run("up", "--cameras", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--cameras is -1");
    }

    @ParameterizedTest
    @CsvSource({"90s,90000", "250ms,250", "5min,300000", "5m,300000", "2h,7200000", "1d,86400000"})
    void readsDurations(String text, long millis) {
        assertThat(new Durations().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "-5s", "five minutes"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> new Durations().convert(text)).hasMessageContaining("no duration");
    }

    private int run(String... arguments) {
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
