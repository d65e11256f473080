package io.crowdlake.stack.command;

import io.crowdlake.evaluation.Evaluation;
import io.crowdlake.evaluation.EvaluationSet;
import io.crowdlake.evaluation.EvaluationSettings;
import io.crowdlake.evaluation.chart.ReportPicture;
import io.crowdlake.evaluation.report.EvaluationReport;
import io.crowdlake.evaluation.report.ReportJson;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.evaluate.EvaluationProgress;
import io.crowdlake.stack.evaluate.ReportPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a model bundle on labelled pictures and clips. */
@Command(
        name = "evaluate",
        description = {
            "Measure a model bundle on pictures and clips of which the truth is known, looked at as the job looks at frames.",
            "docs/model-evaluation.md describes the files and each figure."
        },
        mixinStandardHelpOptions = true)
final class ModelEvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "SET",
            required = true,
            description = {
                "What is known of the files: faces (labels.csv with file,age,gender[,race]),",
                "emotion (labels.csv with file and the ten FER+ vote columns), or",
                "boxes (boxes.json with the faces in each frame of clips and pictures)"
            })
    private EvaluationSet set;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the files and their labels")
    private Path data;

    @Mixin
    private ModelOptions model;

    @Option(names = "--json", description = "Print one JSON object instead of tables")
    private boolean json;

    @Option(
            names = "--picture",
            paramLabel = "FILE.png",
            description =
                    "Also draw the figures (confusion and reliability, or precision, recall and sizes) into this file")
    private Path picture;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Measure at most so many pictures or frames, the first of the labels; default all")
    private Long limit;

    @Override
    public Integer call() {
        check();
        EvaluationSettings settings =
                new EvaluationSettings(set, data, model.settings(), limit == null ? Long.MAX_VALUE : limit);
        EvaluationReport report;
        try (Step step = Console.standardError().step(set.label())) {
            step.update("reading the labels and loading the model");
            EvaluationProgress progress = new EvaluationProgress(step);
            report = Evaluation.run(settings, progress);
            step.done(progress.summary());
        }
        if (json) {
            System.out.println(ReportJson.write(report));
        } else {
            new ReportPrinter(System.out).print(report);
        }
        draw(report);
        return 0;
    }

    /** Before anything is measured, which can take minutes. */
    private void check() {
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is " + limit + ", must be above 0");
        }
        if (picture == null) {
            return;
        }
        if (!picture.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ParameterException(spec.commandLine(), "--picture is " + picture + ", must end with .png");
        }
        Path folder = picture.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || Files.isDirectory(picture)) {
            throw new StackException("--picture " + picture + " cannot be written: "
                    + (Files.isDirectory(folder) ? "it is a folder" : "there is no folder " + folder)
                    + "; name a file in a folder that is there");
        }
    }

    private void draw(EvaluationReport report) {
        if (picture == null) {
            return;
        }
        try {
            ReportPicture.write(report, picture);
        } catch (IOException e) {
            throw new StackException("--picture " + picture + " cannot be written: " + e.getMessage(), e);
        }
        System.err.println("drawn into " + picture);
    }
}
