package io.crowdlake.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.benchmark.windows.WindowsReport;
import io.crowdlake.benchmark.windows.WindowsSettings;
import io.crowdlake.stack.bench.BenchmarkProcess;
import io.crowdlake.stack.bench.WindowsTable;
import io.crowdlake.stack.install.Checkout;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Analyses counted per second of a core. */
@Command(
        name = "windows",
        description = {
            "Measure how many analyses of four faces a core counts in a second, through the job's stages track and aggregate with their state in"
                    + " RocksDB and checkpoints on; how large the state of a camera is, and how long a checkpoint takes.",
            "The defaults take a quarter of an hour. docs/benchmarks.md says what the columns mean."
        },
        mixinStandardHelpOptions = true)
final class BenchWindowsCommand implements Callable<Integer> {

    /** By name: the class needs Flink to be loaded, which is only there in the JVM of the benchmark. */
    private static final String MAIN = "io.crowdlake.benchmark.windows.WindowsMain";

    @Option(
            names = "--cameras",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,1000,100000",
            description = "How many cameras, a row for each number (default ${DEFAULT-VALUE})")
    private List<Integer> cameras;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Frames per second of each camera by its own clock; the job gets them as fast as it takes them (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--overtaken",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Of N frames one is overtaken by the next of its camera; 0 for all in order (default ${DEFAULT-VALUE})")
    private int overtaken;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Analyses before the first round (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--analyses",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Least number of analyses in a round (default ${DEFAULT-VALUE})")
    private int analyses;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds, of which the median counts (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--checkpoint",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Seconds from one checkpoint to the next; a round lasts as long at least (default ${DEFAULT-VALUE})")
    private int checkpoint;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Memory of the slot for RocksDB, Flink's managed memory (default ${DEFAULT-VALUE})")
    private int memory;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "4096",
            description =
                    "Java heap of the process, a third of which holds the state of recent cameras as objects: the default is enough for 100,000"
                            + " (default ${DEFAULT-VALUE})")
    private int heap;

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        // All mistakes are told of before a JVM starts.
        WindowsSettings settings =
                new WindowsSettings(cameras, rate, overtaken, warmUp, analyses, rounds, checkpoint, memory, heap);
        BenchmarkProcess.Result result =
                BenchmarkProcess.run(MAIN, classpath(Checkout.current()), settings.toJson(), heap);
        if (json) {
            System.out.print(result.output());
        } else if (result.exitCode() == 0) {
            WindowsTable.lines(new ObjectMapper().readValue(result.output(), WindowsReport.class))
                    .forEach(System.out::println);
        }
        return result.exitCode();
    }

    /** That of the command line, then what a cluster has, and the job. */
    private static String classpath(Checkout checkout) {
        return String.join(
                ":",
                System.getProperty("java.class.path"),
                checkout.flinkClasspath(),
                checkout.jobJar().toString());
    }
}
