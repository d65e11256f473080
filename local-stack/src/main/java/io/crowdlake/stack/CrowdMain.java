package io.crowdlake.stack;

import io.crowdlake.stack.command.CrowdCommand;

/** Main of {@code ./crowd}. */
public final class CrowdMain {

    private CrowdMain() {}

    public static void main(String[] arguments) {
        System.exit(CrowdCommand.commandLine().execute(arguments));
    }
}
