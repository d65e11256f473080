package io.crowdlake.stack.evaluate;

import io.crowdlake.evaluation.report.Counts;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.ReportTable;
import io.crowdlake.stack.console.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Writes a report for people: what was measured, what could not be, and the tables. */
public final class ReportPrinter {

    private static final int PROBLEMS_SHOWN = 10;

    private final PrintStream out;

    public ReportPrinter(PrintStream out) {
        this.out = out;
    }

    public void print(EvaluationReport report) {
        out.println("model     " + report.model().version() + ", "
                + report.model().precision().label() + " (" + report.model().bundle() + ")");
        counts(report.counts());
        if (report.speed().perCpuSecond() != null) {
            out.println(String.format(
                    Locale.ROOT,
                    "speed     %.0f a second of processor time",
                    report.speed().perCpuSecond()));
        }
        report.tables().forEach(this::table);
    }

    private void counts(Counts counts) {
        out.println("data      " + counts.data() + ": " + counts.measured() + " measured of " + counts.labelled()
                + " labelled" + (counts.leftOut() == 0 ? "" : ", " + counts.leftOut() + " left out as not clear"));
        List<String> problems = counts.problems();
        if (!problems.isEmpty()) {
            out.println("problems  " + problems.size());
            problems.stream().limit(PROBLEMS_SHOWN).forEach(problem -> out.println("          " + problem));
            if (problems.size() > PROBLEMS_SHOWN) {
                out.println("          and " + (problems.size() - PROBLEMS_SHOWN) + " more; --json has all");
            }
        }
    }

    private void table(ReportTable table) {
        out.println();
        out.println(table.title());
        out.println();
        List<Boolean> right =
                new ArrayList<>(Collections.nCopies(table.headings().size(), true));
        right.set(0, false);
        TextTable text = TextTable.of(table.headings(), right);
        table.rows().forEach(text::row);
        text.lines().forEach(line -> out.println("  " + line));
    }
}
