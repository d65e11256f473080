package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** How fast it is on this machine, and how right. */
@Command(
        name = "bench",
        description = "Measure how fast it is on this machine, and how right the counts are.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCountingCommand.class, BenchInferenceCommand.class, BenchWindowsCommand.class})
final class BenchCommand {}
