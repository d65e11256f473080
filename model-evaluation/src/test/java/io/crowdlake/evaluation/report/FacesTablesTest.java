package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Gender;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The four faces of {@link Reports#faces}: two of race A, two of race B; one of each told right. */
class FacesTablesTest {

    private final List<ReportTable> tables = Reports.faces().tables();

    @Test
    void theMostImportantComesFirst() {
        assertThat(tables.stream().map(ReportTable::title))
                .containsExactly(
                        "gender",
                        "age",
                        "by race",
                        "by age",
                        "labelled age (row) told as band, percent",
                        "gender (row) told as, percent");
    }

    @Test
    void gender() {
        assertThat(tables.get(0).rows())
                .containsExactly(
                        List.of("right", "50.0 %", "15.0 .. 85.0", "4"),
                        List.of("right, age 10 and over", "66.7 %", "20.8 .. 93.9", "3"),
                        List.of("sure (probability >= 0.65)", "75.0 %", "30.1 .. 95.4", "4"),
                        List.of("right when sure", "66.7 %", "20.8 .. 93.9", "3"),
                        List.of("calibration error, points", "40.0", "", ""),
                        List.of("worst race below all (A), points", "0.0", "", ""),
                        List.of("face not detected", "50.0 %", "15.0 .. 85.0", "4"));
    }

    @Test
    void age() {
        // errors 1, 6, 17, 0: mean 6, standard error 3.894
        assertThat(tables.get(1).rows())
                .containsExactly(
                        List.of("mean error, years", "6.00", "-1.63 .. 13.63", "4"),
                        List.of("band right", "50.0 %", "15.0 .. 85.0", "4"),
                        List.of("band next to it or better", "75.0 %", "30.1 .. 95.4", "4"),
                        List.of("calibration error of bands, points", "0.0", "", ""));
    }

    @Test
    void groups() {
        assertThat(tables.get(2).rows().get(0))
                .containsExactly("A", "2", "50.0 %", "9.5 .. 90.5", "3.5", "-1.4 .. 8.4", "50.0 %");
        assertThat(tables.get(3).rows().get(0))
                .containsExactly("3-9", "1", "0.0 %", "0.0 .. 79.3", "0.0", "0.0 .. 0.0", "100.0 %");
    }

    @Test
    void confusion() {
        assertThat(tables.get(4).headings())
                .containsExactly("", "0-15", "16-19", "20-29", "30-39", "40-49", "50-59", "60+", "of");
        assertThat(tables.get(4).rows().get(1)).containsExactly("20-29", "0", "0", "50", "50", "0", "0", "0", "2");
        assertThat(tables.get(5).rows())
                .containsExactly(List.of("female", "50", "50", "2"), List.of("male", "50", "50", "2"));
    }

    @Test
    void withoutRacesThereIsNoTableOfThem() {
        FacesReport report = FacesReport.of(
                Reports.MODEL,
                Reports.counts(1),
                Reports.DETECTION,
                List.of(Reports.face(null, "20-29", Gender.MALE, 25, Gender.MALE, 0.9)),
                Reports.SPEED);
        assertThat(report.tables().stream().map(ReportTable::title)).doesNotContain("by race");
        assertThat(report.tables().get(0).rows())
                .noneSatisfy(row -> assertThat(row.get(0)).contains("race"));
    }
}
