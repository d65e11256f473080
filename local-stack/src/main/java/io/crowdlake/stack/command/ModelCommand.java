package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** The models that look at faces. */
@Command(
        name = "model",
        description = "Inspect and measure model bundles, and make one of your own networks.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ModelInspectCommand.class, ModelImportCommand.class, ModelEvaluateCommand.class})
final class ModelCommand {}
