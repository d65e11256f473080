package io.crowdlake.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.benchmark.Spread;
import io.crowdlake.benchmark.windows.WindowsReport;
import io.crowdlake.benchmark.windows.WindowsRow;
import io.crowdlake.benchmark.windows.WindowsSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTableTest {

    private static final WindowsSettings SETTINGS =
            new WindowsSettings(List.of(1_000, 100_000), 1, 0, 300_000, 200_000, 5, 10, 512, 1024);

    @Test
    void hasARowForEachNumberOfCamerasAndTellsHowTheCostGrows() {
        List<String> lines = WindowsTable.lines(new WindowsReport(
                "Some Processor", SETTINGS, 4, 1.1, List.of(row(1_000, 30_000), row(100_000, 25_000))));

        assertThat(lines.get(0)).contains("4 faces a frame", "Some Processor");
        assertThat(lines.get(1)).contains("5 rounds of at least 200,000", "a checkpoint every 10 s");
        assertThat(lines).anySatisfy(line -> assertThat(line.strip())
                .startsWith("1,000")
                .containsSubsequence(
                        "30,000", "3.3%", "21,000", "2.5", "30.8", "41.0", "2,345", "4", "12.5", "3.1", "87"));
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("growth  an analysis of one of 100,000 cameras costs 1.20 times as much as one of 1,000");
    }

    @Test
    void aSingleRowHasNothingToBeComparedWith() {
        List<String> lines =
                WindowsTable.lines(new WindowsReport("Some Processor", SETTINGS, 4, 1.1, List.of(row(1_000, 30_000))));

        assertThat(lines).noneMatch(line -> line.startsWith("growth"));
    }

    private static WindowsRow row(int cameras, double perSecond) {
        return new WindowsRow(
                cameras,
                new Spread(perSecond, perSecond - 1_000, perSecond + 1_000),
                new Spread(21_000, 20_000, 22_000),
                2.5,
                30.8,
                41,
                2_345,
                4,
                12.5,
                3.1,
                87);
    }
}
