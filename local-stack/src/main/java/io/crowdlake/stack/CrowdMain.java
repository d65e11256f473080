package io.crowdlake.stack;

import io.crowdlake.stack.command.CrowdCommand;
import io.crowdlake.stack.install.CacheFolder;

/** Main of {@code ./crowd}. */
public final class CrowdMain {

    private CrowdMain() {}

    public static void main(String[] arguments) {
        // Where the cluster's processes unpack the engine of the networks as well.
        System.setProperty(
                "ENGINE_CACHE_DIR",
                CacheFolder.of(System.getenv()).root().resolve("djl").toString());
        System.exit(CrowdCommand.commandLine().execute(arguments));
    }
}
