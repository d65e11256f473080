package io.crowdlake.stack.up;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.part.Cameras;
import java.util.Map;

/**
 * What a person asked of {@code crowd up}.
 *
 * @param data where everything lies
 * @param cameras what looks at the crowd
 * @param trino whether the lake can be queried meanwhile
 * @param ports where the parts listen
 * @param jobOptions options of the job that differ from the local defaults
 */
public record UpSettings(
        DataFolder data, Cameras cameras, boolean trino, PortOptions ports, Map<String, String> jobOptions) {

    public UpSettings {
        jobOptions = Map.copyOf(jobOptions);
    }
}
