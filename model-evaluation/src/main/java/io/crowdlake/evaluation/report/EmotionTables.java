package io.crowdlake.evaluation.report;

import java.util.List;

/** Emotions for people. */
final class EmotionTables {

    private static final List<String> SHARE = List.of("", "value", "95 %", "of");

    private EmotionTables() {}

    static List<ReportTable> of(EmotionReport report) {
        return List.of(
                new ReportTable(
                        "emotion",
                        SHARE,
                        List.of(
                                FacesTables.share("right", report.accuracy()),
                                List.of(
                                        "mean recall of the 5 most frequent",
                                        Text.percent(
                                                report.meanRecallOfFrequent().value()),
                                        percentInterval(report),
                                        Text.count(report.meanRecallOfFrequent().of())),
                                FacesTables.figure(
                                        "calibration error, points",
                                        report.calibration().error()),
                                FacesTables.share(
                                        "face not detected", report.detection().notDetected()))),
                new ReportTable(
                        "recall",
                        List.of("emotion", "recall", "95 %", "faces"),
                        report.byEmotion().stream()
                                .map(recall -> FacesTables.share(recall.emotion(), recall.recall()))
                                .toList()),
                ConfusionTable.of("emotion (row) told as, percent", report.confusion()));
    }

    private static String percentInterval(EmotionReport report) {
        return report.meanRecallOfFrequent().value() == null
                ? Text.NOTHING
                : Text.number(100 * report.meanRecallOfFrequent().low(), 1) + " .. "
                        + Text.number(100 * report.meanRecallOfFrequent().high(), 1);
    }
}
