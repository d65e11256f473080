package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** The models that look at faces. */
@Command(
        name = "model",
        description = "Inspect model bundles.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ModelInspectCommand.class)
final class ModelCommand {}
