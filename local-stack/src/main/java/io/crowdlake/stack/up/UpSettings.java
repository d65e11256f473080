package io.crowdlake.stack.up;

import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.part.Cameras;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asked of {@code crowd up}.
 *
 * @param data where everything lies
 * @param cameras what looks at the crowd
 * @param trino whether the lake can be queried meanwhile
 * @param hubAddress where cameras sign in at a hub; empty: they send straight to the broker
 * @param ports where the parts listen
 * @param jobOptions options of the job that differ from the local defaults
 */
public record UpSettings(
        DataFolder data,
        Cameras cameras,
        boolean trino,
        Optional<String> hubAddress,
        PortOptions ports,
        Map<String, String> jobOptions) {

    public UpSettings {
        jobOptions = Map.copyOf(jobOptions);
    }
}
