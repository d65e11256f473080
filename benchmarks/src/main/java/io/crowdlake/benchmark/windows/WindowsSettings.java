package io.crowdlake.benchmark.windows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import java.util.List;

/**
 * What is measured.
 *
 * @param cameras how many, one row each
 * @param framesPerSecond of each camera, by its own clock, 1..30; the job gets them as fast as it takes them
 * @param overtaken of how many frames one is overtaken by the next of its camera, as in a stage that works on several at once; 0 for none
 * @param warmUp analyses before the first round, in which the Java compiler settles; at least as many as fill the reorder buffer
 * @param analyses in a round, at least; it lasts from one checkpoint to the next at least
 * @param rounds that count
 * @param checkpointSeconds from one checkpoint to the next
 * @param memoryMegabytes of the slot for RocksDB (Flink's managed memory)
 * @param heapMegabytes of the JVM, a third of which is for the objects of recent cameras
 */
public record WindowsSettings(
        List<Integer> cameras,
        int framesPerSecond,
        int overtaken,
        int warmUp,
        int analyses,
        int rounds,
        int checkpointSeconds,
        int memoryMegabytes,
        int heapMegabytes) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public WindowsSettings {
        cameras = List.copyOf(cameras);
        require(!cameras.isEmpty(), "--cameras is empty; name at least one number");
        for (int number : cameras) {
            require(number >= 1 && number <= 1_000_000, "--cameras is " + number + ", must be within 1..1000000");
        }
        require(
                framesPerSecond >= 1 && framesPerSecond <= 30,
                "--rate is " + framesPerSecond + ", must be within 1..30");
        require(overtaken == 0 || overtaken >= 2, "--overtaken is " + overtaken + ", must be 0 or at least 2");
        require(warmUp >= 0, "--warm-up is " + warmUp + ", must not be negative");
        require(analyses >= 1_000, "--analyses is " + analyses + ", must be at least 1000");
        require(rounds >= 1 && rounds <= 100, "--rounds is " + rounds + ", must be within 1..100");
        require(checkpointSeconds >= 1, "--checkpoint is " + checkpointSeconds + ", must be at least 1");
        require(memoryMegabytes >= 64, "--memory is " + memoryMegabytes + ", must be at least 64");
        require(heapMegabytes >= 256, "--heap is " + heapMegabytes + ", must be at least 256");
    }

    /** As the main of the benchmark takes it. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings have no JSON form", e);
        }
    }

    static WindowsSettings ofJson(String json) {
        try {
            return MAPPER.readValue(json, WindowsSettings.class);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("no settings of a benchmark: start through ./crowd bench windows", e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new BenchmarkException(message);
        }
    }
}
