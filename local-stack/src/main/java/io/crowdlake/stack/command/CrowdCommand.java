package io.crowdlake.stack.command;

import io.crowdlake.device.CameraMain;
import io.crowdlake.stack.install.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The top of the command line: only says what there is below it. */
@Command(
        name = "crowd",
        description = "Crowd analytics from camera frames: who visits a place, when, and how many.",
        mixinStandardHelpOptions = true,
        versionProvider = CrowdCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            QueryCommand.class,
            AnalyzeCommand.class,
            FleetCommand.class,
            LakeCommand.class,
            ModelCommand.class,
            BenchCommand.class,
        },
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:done",
            "1:something failed; one line on standard error says what, and what to do",
            "2:the command line cannot be understood"
        })
public final class CrowdCommand {

    private CrowdCommand() {}

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"crowd " + Build.version()};
        }
    }

    /** The command line with all that is below it; failures become one line. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new CrowdCommand());
        commandLine.addSubcommand("camera", new CommandLine(new CameraMain()).setCommandName("camera"));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("crowd: " + oneLine(failure));
            if (System.getenv("CROWD_DEBUG") != null) {
                failure.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }

    private static String oneLine(Exception failure) {
        boolean ours = failure.getClass().getName().startsWith("io.crowdlake.") && failure.getMessage() != null;
        String message = ours
                ? failure.getMessage()
                : "unexpected " + failure + "; set CROWD_DEBUG=1 to see where, and please report it";
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
