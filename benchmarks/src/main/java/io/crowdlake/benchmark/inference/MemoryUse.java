package io.crowdlake.benchmark.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a process.
 *
 * @param residentBytes all that lies in main memory, Java's and the networks'
 * @param heapBytes objects on Java's heap, after a collection
 */
public record MemoryUse(long residentBytes, long heapBytes) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Of this process, now. */
    static MemoryUse now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try {
            return new MemoryUse(residentBytes(Files.readString(STATUS)), runtime.totalMemory() - runtime.freeMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the text of Linux' {@code /proc/self/status}. */
    static long residentBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(STATUS + " has no VmRSS"));
    }
}
