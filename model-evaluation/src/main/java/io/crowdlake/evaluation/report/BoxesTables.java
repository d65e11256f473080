package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.report.BoxesReport.AtScore;
import io.crowdlake.evaluation.report.BoxesReport.FileFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Found faces for people. */
final class BoxesTables {

    /** Of more files only the weakest are shown; the JSON has all. */
    private static final int FILES_SHOWN = 20;

    private BoxesTables() {}

    static List<ReportTable> of(BoxesReport report) {
        return List.of(detection(report), scores(report), sizes(report), files(report));
    }

    private static ReportTable detection(BoxesReport report) {
        Estimate precision = report.averagePrecision();
        AtScore at = report.atThreshold();
        String threshold = Text.number(at.score(), 2);
        return new ReportTable(
                "detection",
                List.of("", "value", "95 %", "of"),
                List.of(
                        List.of(
                                "AP50",
                                Text.number(precision.value(), 3),
                                Text.interval(precision, 3),
                                Text.count(precision.of()) + " faces"),
                        List.of(
                                "precision at the bundle's " + threshold,
                                Text.percent(at.precision()),
                                Text.interval(at.precision()),
                                Text.count(at.precision().of()) + " boxes"),
                        List.of(
                                "recall at the bundle's " + threshold,
                                Text.percent(at.recall()),
                                Text.interval(at.recall()),
                                Text.count(at.recall().of()) + " faces"),
                        List.of(
                                "false boxes above 0.5 per 20 faceless frames",
                                Text.number(report.faceless().per20Frames(), 2),
                                "",
                                Text.count(report.faceless().frames()) + " frames")));
    }

    private static ReportTable scores(BoxesReport report) {
        return new ReportTable(
                "at other thresholds",
                List.of("score", "precision", "95 %", "recall", "95 %"),
                report.atScores().stream()
                        .map(at -> List.of(
                                Text.number(at.score(), 2),
                                Text.percent(at.precision()),
                                Text.interval(at.precision()),
                                Text.percent(at.recall()),
                                Text.interval(at.recall())))
                        .toList());
    }

    private static ReportTable sizes(BoxesReport report) {
        return new ReportTable(
                "by size of the face",
                List.of("longer side, pixels", "recall", "95 %", "faces"),
                report.bySize().stream()
                        .map(group -> FacesTables.share(group.label(), group.recall()))
                        .toList());
    }

    private static ReportTable files(BoxesReport report) {
        List<FileFigures> shown = new ArrayList<>(report.byFile());
        String title = "by file";
        if (shown.size() > FILES_SHOWN) {
            title = "by file: the " + FILES_SHOWN + " weakest of " + shown.size();
            shown.sort(
                    Comparator.comparing(FileFigures::averagePrecision, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(file -> -file.faceless().boxes()));
            shown = shown.subList(0, FILES_SHOWN);
        }
        return new ReportTable(
                title,
                List.of("file", "frames", "faces", "AP50", "precision", "recall", "faceless", "false/20"),
                shown.stream()
                        .map(file -> List.of(
                                file.file(),
                                Text.count(file.frames()),
                                Text.count(file.faces()),
                                Text.number(file.averagePrecision(), 3),
                                Text.percent(file.precision()),
                                Text.percent(file.recall()),
                                Text.count(file.faceless().frames()),
                                Text.number(file.faceless().per20Frames(), 1)))
                        .toList());
    }
}
