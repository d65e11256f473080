package io.crowdlake.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one process is started.
 *
 * @param name for people and for the log's file name, such as {@code kafka}
 * @param command program and arguments; never a secret, other users see them
 * @param environment added to the one of this process; secrets may go here
 * @param log where standard output and error go; an earlier file is kept as {@code <name>.previous.log}
 */
public record ProcessSpec(String name, List<String> command, Map<String, String> environment, Path log) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
