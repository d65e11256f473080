package io.crowdlake.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.evaluation.labels.AgeLabel;
import io.crowdlake.evaluation.labels.FaceLabel;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FacesReportTest {

    private final FacesReport report = Reports.faces();

    @Test
    void gender() {
        GenderFigures gender = report.gender();
        assertThat(gender.accuracy()).isEqualTo(Proportion.of(2, 4));
        assertThat(gender.accuracyAge10AndOver()).isEqualTo(Proportion.of(2, 3));
        assertThat(gender.sure()).isEqualTo(Proportion.of(3, 4));
        assertThat(gender.accuracyWhenSure()).isEqualTo(Proportion.of(2, 3));
        assertThat(gender.confusion().counts()).isDeepEqualTo(new long[][] {{1, 1}, {1, 1}});
        // 0.9 right, 0.6 wrong, 0.8 right, 0.7 wrong, each in a bin of its own
        assertThat(gender.calibration().error()).isCloseTo((0.1 + 0.6 + 0.2 + 0.7) / 4, within(1e-9));
    }

    @Test
    void age() {
        AgeFigures age = report.age();
        // middles 25, 25, 35, 6.5
        assertThat(age.errorYears().value()).isEqualTo((1 + 6 + 17 + 0) / 4.0);
        assertThat(age.band()).isEqualTo(Proportion.of(2, 4));
        assertThat(age.bandNextOrBetter()).isEqualTo(Proportion.of(3, 4));
        assertThat(age.confusion().truths()).containsExactly("3-9", "20-29", "30-39");
        assertThat(age.confusion().answers()).hasSize(7);
        assertThat(age.confusion().share(1, 3)).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void groups() {
        assertThat(report.byRace().stream().map(GroupFigures::group)).containsExactly("A", "B");
        assertThat(report.byRace().get(0).gender()).isEqualTo(Proportion.of(1, 2));
        assertThat(report.byAge().stream().map(GroupFigures::group)).containsExactly("3-9", "20-29", "30-39");
        assertThat(report.byAge().get(0).faces()).isEqualTo(1);
        assertThat(report.byAge().get(2).ageErrorYears().value()).isEqualTo(17);
    }

    @Test
    void theWorstRaceIsToldByItsDistanceFromAll() {
        FacesReport uneven = FacesReport.of(
                Reports.MODEL,
                Reports.counts(3),
                Reports.DETECTION,
                List.of(
                        Reports.face("A", "20-29", Gender.MALE, 25, Gender.MALE, 0.9),
                        Reports.face("A", "20-29", Gender.MALE, 25, Gender.MALE, 0.9),
                        Reports.face("B", "20-29", Gender.MALE, 25, Gender.MALE, 0.9),
                        Reports.face("B", "20-29", Gender.MALE, 25, Gender.FEMALE, 0.9)),
                Reports.SPEED);
        assertThat(uneven.gender().worstRace()).isEqualTo("B");
        assertThat(uneven.gender().worstRaceBelowMean()).isCloseTo(25, within(1e-9));
    }

    @Test
    void aRaceOfWhichNoGenderIsToldIsNotTheWorst() {
        FacesReport uneven = FacesReport.of(
                Reports.MODEL,
                Reports.counts(2),
                Reports.DETECTION,
                List.of(
                        Reports.face("A", "20-29", Gender.MALE, 25, Gender.MALE, 0.9),
                        Reports.face("B", "20-29", Gender.MALE, 25, Gender.UNKNOWN, 0)),
                Reports.SPEED);
        assertThat(uneven.gender().worstRace()).isEqualTo("A");
        assertThat(uneven.gender().worstRaceBelowMean()).isZero();
        assertThat(uneven.byRace().get(1).gender()).isEqualTo(Proportion.of(0, 0));
        assertThat(uneven.age().band()).as("age is told of both").isEqualTo(Proportion.of(2, 2));
    }

    @Test
    void childrenBelowTenAreLeftOutByTheLowestYearOfTheirLabel() {
        FacesReport children = FacesReport.of(
                Reports.MODEL,
                Reports.counts(3),
                Reports.DETECTION,
                List.of(
                        Reports.face(null, "3-9", Gender.MALE, 6, Gender.FEMALE, 0.9),
                        Reports.face(null, "9-12", Gender.MALE, 6, Gender.FEMALE, 0.9),
                        Reports.face(null, "10-19", Gender.MALE, 15, Gender.MALE, 0.9)),
                Reports.SPEED);
        assertThat(children.gender().accuracy()).isEqualTo(Proportion.of(1, 3));
        assertThat(children.gender().accuracyAge10AndOver()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void whatANetworkDoesNotTellIsNotCounted() {
        FaceLabel label = new FaceLabel("a.jpg", AgeLabel.parse("34").orElseThrow(), Gender.MALE, Optional.empty());
        FacesReport silent = FacesReport.of(
                Reports.MODEL,
                Reports.counts(1),
                Reports.DETECTION,
                List.of(new FacesReport.Answer(label, FaceAttributes.UNKNOWN)),
                Reports.SPEED);
        assertThat(silent.gender().accuracy()).isEqualTo(Proportion.of(0, 0));
        assertThat(silent.age().errorYears().value()).isNull();
        assertThat(silent.age().band().value()).isNull();
        assertThat(silent.gender().worstRace()).isNull();
        assertThat(silent.tables()).isNotEmpty();
    }

    @Test
    void tablesHaveACellForEachHeading() {
        assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.headings())));
        assertThat(report.tables().get(0).rows())
                .contains(List.of("right", "50.0 %", "15.0 .. 85.0", "4"))
                .contains(List.of("face not detected", "50.0 %", "15.0 .. 85.0", "4"));
    }
}
