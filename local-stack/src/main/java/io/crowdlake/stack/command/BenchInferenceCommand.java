package io.crowdlake.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.benchmark.inference.InferenceMain;
import io.crowdlake.benchmark.inference.InferenceReport;
import io.crowdlake.benchmark.inference.InferenceSettings;
import io.crowdlake.benchmark.onnx.BaselineFolder;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.stack.bench.BenchmarkProcess;
import io.crowdlake.stack.bench.InferenceTable;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.Maven;
import io.crowdlake.stack.install.OnnxRuntimeInstall;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Frames analysed per second of a core. */
@Command(
        name = "inference",
        description = {
            "Measure how many frames a core analyses in a second: decode, detect, crop and attributes, for drawn frames of 320x240"
                    + " and 640x480 with 0, 4 and 16 faces; next to other networks on onnxruntime where --baseline names them.",
            "It takes about --seconds for each of the 12 rows (18 with a baseline). docs/benchmarks.md says what the columns mean."
        },
        mixinStandardHelpOptions = true)
final class BenchInferenceCommand implements Callable<Integer> {

    @Option(
            names = "--model",
            paramLabel = "URI",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            description = "Model bundle: a folder, a .zip file or classpath:/PATH (default ${DEFAULT-VALUE})")
    private String model;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description =
                    "Measure YuNet and face-api on onnxruntime as well: a folder that benchmarks/baseline/face_api_to_onnx.py"
                            + " has made. Fetches onnxruntime the first time (about 60 MB)")
    private Path baseline;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "8",
            description = "Different frames of each kind (default ${DEFAULT-VALUE})")
    private int frames;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "4",
            description = "Seconds of the core for each row, warm-up not counted (default ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--soak",
            paramLabel = "FRAMES",
            defaultValue = "0",
            description =
                    "Instead analyse so many frames of 320x240 and watch memory; exit code 1 when it grows by more than 5 %%")
    private long soak;

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        // All mistakes are told of before a JVM starts.
        InferenceSettings settings = new InferenceSettings(
                model,
                baseline == null ? null : new BaselineFolder(baseline).root().toString(),
                frames,
                seconds,
                soak);
        ModelBundle.load(model);
        BenchmarkProcess.Result result =
                BenchmarkProcess.run(InferenceMain.class.getName(), classpath(), settings.toJson());
        if (json) {
            System.out.print(result.output());
        } else if (result.exitCode() == 0 && soak == 0) {
            print(new ObjectMapper().readValue(result.output(), InferenceReport.class));
        }
        return result.exitCode();
    }

    private void print(InferenceReport report) {
        InferenceTable.lines(report).forEach(System.out::println);
        if (baseline == null) {
            System.out.println("compare   with YuNet and face-api on onnxruntime: --baseline DIR, a folder made by"
                    + " benchmarks/baseline/face_api_to_onnx.py");
        }
    }

    /** That of the command line, and onnxruntime only where it is asked for. */
    private String classpath() throws InterruptedException {
        String own = System.getProperty("java.class.path");
        if (baseline == null || soak > 0) {
            return own;
        }
        Maven maven = new Maven(Checkout.current());
        CacheFolder cache = CacheFolder.of(System.getenv());
        return own + ":" + new OnnxRuntimeInstall(cache, maven, Console.standardError()).ensure();
    }
}
