package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.inference.AnalysisException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingBenchmarkTest {

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    /** The tracker's promise where boxes are perfect; it has been found on other scenes. */
    @Test
    void followsPeopleWhoAreEasyToFollow() throws AnalysisException {
        CountingReport report = run(settings(List.of(Situation.SPARSE, Situation.CROSSING), List.of(5)));

        assertThat(report.rows()).hasSize(2).allSatisfy(row -> {
            CountingFigures figures = row.figures();
            assertThat(figures.stays()).isGreaterThan(10);
            assertThat(figures.visitorsError()).isLessThan(0.12);
            assertThat(figures.idf1()).isGreaterThan(0.8);
            assertThat(figures.hota()).isGreaterThan(0.8);
            assertThat(figures.genderRight()).isGreaterThan(0.8);
            assertThat(figures.lineError()).isLessThan(0.2);
        });
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("[2/2] crossing", "visits for");
    }

    @Test
    void aSlowerCameraSeesTheSameScene() throws AnalysisException {
        List<CountingRow> rows =
                run(settings(List.of(Situation.REENTERING), List.of(1, 5))).rows();

        assertThat(rows).extracting(CountingRow::framesPerSecond).containsExactly(1, 5);
        assertThat(rows.get(0).figures().stays())
                .isEqualTo(rows.get(1).figures().stays());
        assertThat(rows.get(0).figures().idf1())
                .isLessThan(rows.get(1).figures().idf1());
    }

    /** Who knows everybody is wrong where people are out of sight for longer than the visit gap, and nowhere else. */
    @Test
    void whoKnowsEverybodyIsABound() throws AnalysisException {
        CountingFigures bound = run(settings(List.of(Situation.PAUSING), List.of(5), Boxes.LINKED, 60))
                .rows()
                .get(0)
                .figures();
        CountingFigures hasty = run(settings(List.of(Situation.PAUSING), List.of(5), Boxes.LINKED, 1))
                .rows()
                .get(0)
                .figures();

        assertThat(bound.visits()).isEqualTo(bound.stays());
        assertThat(bound.visitorsError()).isZero();
        assertThat(bound.dwellError()).isZero();
        assertThat(bound.lineError()).isZero();
        assertThat(bound.idf1()).isEqualTo(1);
        assertThat(bound.peakError()).isLessThan(0.5);
        assertThat(bound.genderRight()).isGreaterThan(0.8);
        assertThat(hasty.visits()).isGreaterThan(hasty.stays());
    }

    @Test
    void theSameSettingsGiveTheSameFigures() throws AnalysisException {
        CountingSettings settings = settings(List.of(Situation.BUSY), List.of(5));

        assertThat(run(settings)).isEqualTo(run(CountingSettings.ofJson(settings.toJson())));
    }

    @Test
    void mistakesAreToldByTheirOption() {
        assertThatThrownBy(() -> settings(List.of(Situation.BUSY), List.of(2, 5)))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage(
                        "--rate 2 does not fit 5; rates are whole frames per second up to 30, each a divisor of the highest");
        assertThatThrownBy(() -> settings(List.of(), List.of(5))).hasMessage("--scene is empty; name at least one");
        assertThatThrownBy(() -> CountingSettings.ofJson("{")).hasMessageContaining("./crowd bench counting");
    }

    private CountingReport run(CountingSettings settings) throws AnalysisException {
        Progress out = new Progress(new PrintStream(progress, true, StandardCharsets.UTF_8), 2);
        return new CountingBenchmark(settings, null, "m 1", LookReader.NONE, out).run();
    }

    private static CountingSettings settings(List<Situation> situations, List<Integer> rates) {
        return settings(situations, rates, Boxes.PERFECT, 20);
    }

    private static CountingSettings settings(
            List<Situation> situations, List<Integer> rates, Boxes boxes, double visitGap) {
        return new CountingSettings("m", situations, rates, List.of(boxes), 1, 120, 77, visitGap, null, null);
    }
}
