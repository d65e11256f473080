package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Proportion;
import java.util.ArrayList;
import java.util.List;

/** Age and gender for people. */
final class FacesTables {

    private static final List<String> SHARE = List.of("", "value", "95 %", "of");

    private FacesTables() {}

    static List<ReportTable> of(FacesReport report) {
        List<ReportTable> tables = new ArrayList<>();
        tables.add(gender(report));
        tables.add(age(report));
        if (!report.byRace().isEmpty()) {
            tables.add(groups("by race", "race", report.byRace()));
        }
        tables.add(groups("by age", "labelled age", report.byAge()));
        tables.add(ConfusionTable.of(
                "labelled age (row) told as band, percent", report.age().confusion()));
        tables.add(ConfusionTable.of(
                "gender (row) told as, percent", report.gender().confusion()));
        return tables;
    }

    private static ReportTable gender(FacesReport report) {
        GenderFigures gender = report.gender();
        String threshold = Text.number(report.model().genderThreshold(), 2);
        List<List<String>> rows = new ArrayList<>(List.of(
                share("right", gender.accuracy()),
                share("right, age 10 and over", gender.accuracyAge10AndOver()),
                share("sure (probability >= " + threshold + ")", gender.sure()),
                share("right when sure", gender.accuracyWhenSure()),
                figure("calibration error, points", gender.calibration().error())));
        if (gender.worstRace() != null) {
            rows.add(List.of(
                    "worst race below all (" + gender.worstRace() + "), points",
                    Text.number(gender.worstRaceBelowMean(), 1),
                    "",
                    ""));
        }
        rows.add(share("face not detected", report.detection().notDetected()));
        return new ReportTable("gender", SHARE, rows);
    }

    private static ReportTable age(FacesReport report) {
        AgeFigures age = report.age();
        return new ReportTable(
                "age",
                SHARE,
                List.of(
                        List.of(
                                "mean error, years",
                                Text.number(age.errorYears().value(), 2),
                                Text.interval(age.errorYears(), 2),
                                Text.count(age.errorYears().of())),
                        share("band right", age.band()),
                        share("band next to it or better", age.bandNextOrBetter()),
                        figure(
                                "calibration error of bands, points",
                                age.calibration().error())));
    }

    private static ReportTable groups(String title, String what, List<GroupFigures> groups) {
        return new ReportTable(
                title,
                List.of(what, "faces", "gender right", "95 %", "age error", "95 %", "band right"),
                groups.stream()
                        .map(group -> List.of(
                                group.group(),
                                Text.count(group.faces()),
                                Text.percent(group.gender()),
                                Text.interval(group.gender()),
                                Text.number(group.ageErrorYears().value(), 1),
                                Text.interval(group.ageErrorYears(), 1),
                                Text.percent(group.ageBand())))
                        .toList());
    }

    static List<String> share(String name, Proportion share) {
        return List.of(name, Text.percent(share), Text.interval(share), Text.count(share.of()));
    }

    static List<String> figure(String name, Double error) {
        return List.of(name, Text.number(error == null ? null : 100 * error, 1), "", "");
    }
}
