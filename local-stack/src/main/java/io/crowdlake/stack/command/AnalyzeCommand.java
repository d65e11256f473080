package io.crowdlake.stack.command;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.stack.analyze.AnnotatedPictures;
import io.crowdlake.stack.analyze.FileAnalysis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at files without any stack. */
@Command(
        name = "analyze",
        description = {
            "Analyse pictures, clips and folders of JPEGs: one JSON line for each frame.",
            "A frame that cannot be analysed gives a dead letter instead, and the exit code is 1."
        },
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "JPEG, PNG, GIF, MP4, anything else FFmpeg reads, or a folder of JPEGs")
    private List<String> files;

    @Option(names = "--annotate", paramLabel = "DIR", description = "Write the frames there, with boxes and labels")
    private Path annotate;

    @Option(
            names = "--layouts",
            paramLabel = "FILE",
            description =
                    "With --annotate: draw the lines and zones of this file too, those of the device id that is the picture's name")
    private Path layouts;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        AnalyzerSettings settings = model.settings();
        CameraLayouts drawn = layouts == null ? CameraLayouts.NONE : LayoutOption.read(layouts);
        if (annotate == null) {
            return exitCode(new FileAnalysis(settings, null, System.out, System.err).run(files));
        }
        try (AnnotatedPictures pictures = new AnnotatedPictures(annotate, settings.maxPixels(), drawn)) {
            return exitCode(new FileAnalysis(settings, pictures, System.out, System.err).run(files));
        }
    }

    private static int exitCode(boolean good) {
        return good ? 0 : 1;
    }
}
