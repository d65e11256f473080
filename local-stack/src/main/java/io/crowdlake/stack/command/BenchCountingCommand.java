package io.crowdlake.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.benchmark.counting.Boxes;
import io.crowdlake.benchmark.counting.CountingMain;
import io.crowdlake.benchmark.counting.CountingReport;
import io.crowdlake.benchmark.counting.CountingSettings;
import io.crowdlake.benchmark.counting.Situation;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.stack.bench.BenchmarkProcess;
import io.crowdlake.stack.bench.CountingTable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How far the counts are from the truth. */
@Command(
        name = "counting",
        description = {
            "Measure how far the counts are from the truth, on drawn scenes of which everything is known: visitors, dwell, who is who,"
                    + " apparent age, gender and emotion.",
            "The defaults take about ten minutes; --boxes perfect, which leaves the model out, a few seconds. docs/benchmarks.md says what the"
                    + " columns mean."
        },
        mixinStandardHelpOptions = true)
final class BenchCountingCommand implements Callable<Integer> {

    @Option(
            names = "--model",
            paramLabel = "URI",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            description = "Model bundle: a folder, a .zip file or classpath:/PATH (default ${DEFAULT-VALUE})")
    private String model;

    @Option(
            names = "--scene",
            split = ",",
            paramLabel = "KIND",
            defaultValue = "sparse,busy,crowded,crossing,pausing,occluding,reentering",
            description = "What goes on (default ${DEFAULT-VALUE})")
    private List<Situation> situations;

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2,5,10",
            description = "Frames per second, each a divisor of the highest (default ${DEFAULT-VALUE})")
    private List<Integer> rates;

    @Option(
            names = "--boxes",
            split = ",",
            paramLabel = "WHOSE",
            defaultValue = "perfect,linked,detected,looks",
            description =
                    "perfect: those of the scene; linked: the same by a tracker that knows everybody, a bound; detected: those that the model finds;"
                            + " looks: the same, with track.looks (default all)")
    private List<Boxes> boxes;

    @Option(
            names = "--scenes",
            paramLabel = "N",
            defaultValue = "2",
            description = "Scenes of each kind (default ${DEFAULT-VALUE})")
    private int scenes;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "120",
            description = "Length of each scene (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the first scene; the same seed gives the same scenes (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--visit-gap",
            paramLabel = "S",
            defaultValue = "20",
            description =
                    "Longest time out of sight within one visit, seconds (default ${DEFAULT-VALUE}, as the job's)")
    private double visitGap;

    @Option(
            names = "--footage",
            paramLabel = "DIR",
            description = "Count the people of the clips in this folder instead, every frame of them")
    private Path footage;

    @Option(
            names = "--detections",
            paramLabel = "DIR",
            description = {
                "Keep in this folder what the model finds in the scenes, and take from there what it has found before: to count the same"
                        + " faces again takes seconds. Begin with an empty one when the scene generator has changed"
            })
    private Path detections;

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        // All mistakes are told of before a JVM starts.
        CountingSettings settings = new CountingSettings(
                model,
                situations,
                rates,
                boxes,
                scenes,
                seconds,
                seed,
                visitGap,
                footage == null ? null : footage.toString(),
                detections == null ? null : detections.toString());
        ModelBundle.load(model);
        BenchmarkProcess.Result result = BenchmarkProcess.run(
                CountingMain.class.getName(), System.getProperty("java.class.path"), settings.toJson());
        if (json) {
            System.out.print(result.output());
        } else if (result.exitCode() == 0) {
            CountingTable.lines(new ObjectMapper().readValue(result.output(), CountingReport.class))
                    .forEach(System.out::println);
        }
        return result.exitCode();
    }
}
