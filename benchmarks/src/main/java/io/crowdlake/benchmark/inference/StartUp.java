package io.crowdlake.benchmark.inference;

import com.sun.management.OperatingSystemMXBean;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Spread;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a JVM takes from its start to its first analysed frame.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all cores, for all threads of the JVM: on a busy machine the fairer figure
 */
public record StartUp(Spread seconds, Spread cpuSeconds) {

    private static final int STARTS = 3;

    /** The process that is measured: prints the milliseconds it took, twice. The arguments are the bundle and a JPEG. */
    public static void main(String[] arguments) throws IOException, AnalysisException {
        AnalyzerSettings settings = AnalyzerSettings.ofBundle(arguments[0]);
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(ModelBundle.load(arguments[0]), settings)) {
            analyzer.faces(analyzer.decode(Files.readAllBytes(Path.of(arguments[1]))));
            long now = System.currentTimeMillis();
            long cpuNanos = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
            System.out.println(now - ManagementFactory.getRuntimeMXBean().getStartTime() + " " + cpuNanos / 1_000_000);
        }
    }

    /** Starts JVMs with this one's class path, after one that has left its traces in the caches. */
    static StartUp measure(String model, DrawnFrame frame) {
        try {
            Path jpeg = Files.createTempFile("crowd-bench-", ".jpg");
            try {
                Files.write(jpeg, frame.jpeg());
                start(model, jpeg);
                List<Double> seconds = new ArrayList<>();
                List<Double> cpuSeconds = new ArrayList<>();
                for (int i = 0; i < STARTS; i++) {
                    String[] millis = start(model, jpeg).split(" ");
                    seconds.add(Long.parseLong(millis[0]) / 1e3);
                    cpuSeconds.add(Long.parseLong(millis[1]) / 1e3);
                }
                return new StartUp(Spread.of(seconds), Spread.of(cpuSeconds));
            } finally {
                Files.delete(jpeg);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the start of a JVM cannot be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static String start(String model, Path jpeg) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true"));
        String cache = System.getProperty("ENGINE_CACHE_DIR");
        if (cache != null) {
            command.add("-DENGINE_CACHE_DIR=" + cache);
        }
        command.addAll(List.of(StartUp.class.getName(), model, jpeg.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new BenchmarkException("a JVM that is to analyse one frame ended with exit code "
                    + process.exitValue() + ": try it with ./crowd analyze --model " + model);
        }
        return printed;
    }
}
