package io.crowdlake.stack.command;

import picocli.CommandLine.Command;

/** Those who run the cameras. */
@Command(
        name = "fleet",
        description = {
            "Look after the cameras of an IoT hub: who they are, how they do, what they should be.",
            "Without --connection it is the hub of ./crowd up."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FleetListCommand.class,
            FleetShowCommand.class,
            FleetEnrolCommand.class,
            FleetTagCommand.class,
            FleetConfigCommand.class,
            FleetCallCommand.class,
            FleetRetireCommand.class,
            FleetHealthCommand.class,
            FleetSyncCommand.class
        })
final class FleetCommand {}
