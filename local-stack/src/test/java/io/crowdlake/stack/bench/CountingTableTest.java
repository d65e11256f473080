package io.crowdlake.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.benchmark.counting.Boxes;
import io.crowdlake.benchmark.counting.Clip;
import io.crowdlake.benchmark.counting.CountingFigures;
import io.crowdlake.benchmark.counting.CountingReport;
import io.crowdlake.benchmark.counting.CountingRow;
import io.crowdlake.benchmark.counting.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingTableTest {

    @Test
    void hasARowForEachSceneAndLeavesOutWhatIsUnknown() {
        CountingFigures figures =
                new CountingFigures(47, 51, 0.115, 0.2, 0.307, 0.179, 0.6, 0.826, 0.865, 0.915, null, 0.9, 0.04, 0.03);

        List<String> lines = CountingTable.lines(new CountingReport(
                "crowdlake-faces 0.2.0",
                2,
                120,
                10,
                List.of(new CountingRow(Situation.BUSY, Boxes.PERFECT, 5, figures)),
                List.of()));

        assertThat(lines.get(0)).isEqualTo("crowdlake-faces 0.2.0, 2 scenes of 120 s each, visit gap 10.0 s");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("busy")
                .containsSubsequence(
                        "perfect", "5", "47", "51", "11.5 %", "20.0 %", "30.7 %", "17.9 %", "0.60", "0.826", "0.865",
                        "91.5 %", "90.0 %", "4.0 %", "3.0 %"));
    }

    @Test
    void clipsAreToldOneByOne() {
        List<String> lines = CountingTable.lines(new CountingReport(
                "crowdlake-faces 0.2.0", 2, 120, 20, List.of(), List.of(new Clip("walking.gif", 41, 57, 3))));

        assertThat(lines.get(0)).isEqualTo("crowdlake-faces 0.2.0, visit gap 20.0 s");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("walking.gif").containsSubsequence("41", "57", "3"));
    }
}
