package io.crowdlake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on. */
public final class Processor {

    private static final Path INFO = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** As Linux calls it; "unknown" elsewhere. */
    public static String name() {
        try (Stream<String> lines = Files.lines(INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
