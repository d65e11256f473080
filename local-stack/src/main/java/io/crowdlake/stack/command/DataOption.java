package io.crowdlake.stack.command;

import io.crowdlake.stack.data.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data folder a command is about. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".crowdlake",
            description =
                    "Folder of topics, tables, state and logs (default ${DEFAULT-VALUE} in the working directory)")
    private Path data;

    DataFolder folder() {
        return new DataFolder(data);
    }
}
