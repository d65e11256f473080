package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;

/** A confusion matrix for people: each row in percent of its truth. */
final class ConfusionTable {

    private ConfusionTable() {}

    static ReportTable of(String title, ConfusionMatrix confusion) {
        List<String> headings = new ArrayList<>(List.of(""));
        headings.addAll(confusion.answers());
        headings.add("of");
        List<List<String>> rows = new ArrayList<>();
        for (int truth = 0; truth < confusion.truths().size(); truth++) {
            List<String> row = new ArrayList<>(List.of(confusion.truths().get(truth)));
            for (int answer = 0; answer < confusion.answers().size(); answer++) {
                Double share = confusion.share(truth, answer).value();
                row.add(Text.number(share == null ? null : 100 * share, 0));
            }
            row.add(Text.count(confusion.row(truth)));
            rows.add(row);
        }
        return new ReportTable(title, headings, rows);
    }
}
