package io.crowdlake.benchmark.windows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;

/** {@code ./crowd bench windows}, in a JVM with Flink. The one argument is a {@link WindowsSettings} as JSON. */
public final class WindowsMain {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private WindowsMain() {}

    public static void main(String[] arguments) throws InterruptedException, JsonProcessingException {
        try {
            WindowsSettings settings = WindowsSettings.ofJson(arguments[0]);
            Progress progress = new Progress(System.err, settings.cameras().size());
            System.out.println(MAPPER.writeValueAsString(new WindowsBenchmark(settings, progress).run()));
        } catch (BenchmarkException e) {
            System.err.println("crowd: " + e.getMessage());
            System.exit(1);
        }
        // Threads of Flink that outlive its cluster do not keep the process.
        System.exit(0);
    }
}
