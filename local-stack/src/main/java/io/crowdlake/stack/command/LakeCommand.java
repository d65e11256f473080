package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** The tables themselves. */
@Command(
        name = "lake",
        description = "Create, migrate and inspect the tables of the lake.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LakeMigrateCommand.class, LakeStatusCommand.class})
final class LakeCommand {}
