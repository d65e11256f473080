package io.crowdlake.stack.up;

import io.crowdlake.stack.data.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests of a whole stack have in common. */
final class StackTests {

    /** Shorter than by default, so that the last rows come soon. */
    static final Map<String, String> JOB_OPTIONS = Map.of(
            "track.reorder-delay", "2 s",
            "track.quiet-after", "4 s",
            // However busy the machine is: no frame is given up.
            "analyze.timeout", "10 min");

    private StackTests() {}

    /** Footage and pictures that not every machine has. */
    static Path sharedData() {
        return Path.of(System.getProperty("crowdlake.data", "../../shared/data"))
                .toAbsolutePath()
                .normalize();
    }

    /** Command lines of all processes of this machine that speak of a data folder, except for this one. */
    static List<String> processesOf(DataFolder data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(data.root().toString()))
                .toList();
    }
}
