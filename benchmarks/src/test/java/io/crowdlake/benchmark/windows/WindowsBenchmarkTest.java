package io.crowdlake.benchmark.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.benchmark.Spread;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WindowsBenchmarkTest {

    @Test
    @Timeout(180)
    void countsWithTheJobsOwnStagesAndTellsWhatItTook() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        WindowsSettings settings = new WindowsSettings(List.of(3), 5, 4, 0, 1_000, 2, 1, 64, 512);

        WindowsReport report = new WindowsBenchmark(
                        settings, new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), 1))
                .run();

        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.cameras()).isEqualTo(3);
            assertThat(row.countMicros()).isPositive();
            assertThat(row.processMicros()).isGreaterThan(row.countMicros());
            assertThat(row.stateBytes()).as("four people in view, three times").isBetween(1_000.0, 20_000.0);
        });
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("[1/1] 3 cameras", "analyses/s per core");
    }

    @Test
    void aRowIsTheMedianOfTheRoundsWithoutTheMakingOfAnalyses() {
        // In nanoseconds, of 1000 analyses that cost 1 µs each to be made.
        List<TaskTimes> rounds = List.of(
                new TaskTimes(1_000, 40_000_000, 3_000_000, 18_000_000, 50_000_000),
                new TaskTimes(1_000, 60_000_000, 3_000_000, 23_000_000, 70_000_000),
                new TaskTimes(1_000, 50_000_000, 3_000_000, 48_000_000, 60_000_000));
        List<CountingRun.Checkpoint> checkpoints = List.of(
                new CountingRun.Checkpoint(5_000_000, 1_000_000, 40), new CountingRun.Checkpoint(1, 3_000_000, 60));

        WindowsRow row = WindowsRow.of(10, 1_000, new CountingRun.Outcome(rounds, checkpoints, 25_000));

        assertThat(row.analysesPerSecond()).isEqualTo(new Spread(40_000, 30_000, 45_000));
        assertThat(row.wallAnalysesPerSecond().median()).isEqualTo(20_000);
        assertThat(row.sendMicros()).isEqualTo(2);
        assertThat(row.countMicros()).isEqualTo(23);
        assertThat(row.processMicros()).isEqualTo(59);
        assertThat(row.stateBytes()).isEqualTo(2_500);
        assertThat(row.checkpointMegabytes()).isEqualTo(5);
        assertThat(row.newMegabytes()).isEqualTo(2);
        assertThat(row.checkpointMillis()).isEqualTo(50);
    }

    @Test
    void settingsTravelAsJsonAndAreChecked() {
        WindowsSettings settings = new WindowsSettings(List.of(10, 100), 1, 0, 300_000, 200_000, 5, 10, 512, 1024);
        assertThat(WindowsSettings.ofJson(settings.toJson())).isEqualTo(settings);
        assertThatThrownBy(() -> new WindowsSettings(List.of(), 1, 0, 0, 1_000, 1, 1, 64, 512))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("--cameras is empty; name at least one number");
        assertThatThrownBy(() -> WindowsSettings.ofJson("{"))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("./crowd bench windows");
    }
}
