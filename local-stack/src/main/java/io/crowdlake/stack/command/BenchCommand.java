package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** How fast it is, on this machine. */
@Command(
        name = "bench",
        description = "Measure how fast it is on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BenchInferenceCommand.class)
final class BenchCommand {}
