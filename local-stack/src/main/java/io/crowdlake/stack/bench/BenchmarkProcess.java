package io.crowdlake.stack.bench;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.install.Build;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ProcessSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A benchmark in a JVM of its own: set up like a process of the cluster, and with nothing running beside it. What it tells on standard
 * error goes straight to the person who waits.
 */
public final class BenchmarkProcess {

    private static final int HEAP_MEGABYTES = 256;

    private BenchmarkProcess() {}

    /**
     * How it ended.
     *
     * @param exitCode 0 when all went well; else it has said why
     * @param output what it printed on standard output
     */
    public record Result(int exitCode, String output) {}

    /**
     * Runs a main to its end.
     *
     * @param classpath of the JVM
     * @param settings its only argument
     */
    public static Result run(String mainClass, String classpath, String settings) throws InterruptedException {
        return run(mainClass, classpath, settings, HEAP_MEGABYTES);
    }

    /** The same with a heap of the given size, and with what Flink must be allowed to reach into. */
    public static Result run(String mainClass, String classpath, String settings, int heapMegabytes)
            throws InterruptedException {
        try {
            ProcessSpec spec = spec(mainClass, classpath, settings, heapMegabytes);
            ProcessBuilder builder = new ProcessBuilder(spec.command()).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(spec.environment());
            Process process = builder.start();
            Thread end = new Thread(process::destroy, "benchmark-end");
            Runtime.getRuntime().addShutdownHook(end);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (exitCode == JavaCommand.OUT_OF_MEMORY) {
                throw new StackException("the benchmark ran out of its Java heap of " + heapMegabytes
                        + " MB; measure less at once, or set --heap where there is that option");
            }
            return new Result(exitCode, output);
        } catch (IOException e) {
            throw new StackException("the benchmark cannot be started: " + e.getMessage(), e);
        }
    }

    private static ProcessSpec spec(String mainClass, String classpath, String settings, int heapMegabytes) {
        JavaCommand command = JavaCommand.ofMain(mainClass)
                .heap(heapMegabytes)
                .options(Build.flinkOptions())
                // All of the heap from the beginning: what grows afterwards is native.
                .option("-Xms" + heapMegabytes + "m")
                .option("-XX:+AlwaysPreTouch")
                .option("-XX:+UseSerialGC")
                // As in the cluster: tensors are given back to the allocator, not to the operating system.
                .environment("MALLOC_MMAP_THRESHOLD_", "1073741824")
                .environment("MALLOC_TRIM_THRESHOLD_", "4294967296")
                .classpath(classpath)
                .arguments(settings);
        String engine = System.getProperty("ENGINE_CACHE_DIR");
        if (engine != null) {
            command.property("ENGINE_CACHE_DIR", engine);
        }
        return command.as("benchmark", Path.of(System.getProperty("java.io.tmpdir"), "crowd-benchmark.log"));
    }
}
