package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.TextTable;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.ServiceConnection;
import io.crowdlake.stack.query.JsonText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which hub a command is about, and how its answer is printed. */
public final class FleetOptions {

    @Option(
            names = "--connection",
            paramLabel = "FILE",
            description =
                    "Holds the hub's service connection string, HostName=...;SharedAccessKeyName=...;SharedAccessKey=..."
                            + " (default: that of the hub of ./crowd up)")
    private Path connectionStringFile;

    @Option(
            names = "--hub-ca",
            paramLabel = "FILE",
            description = "Authority of that hub's certificate, in PEM (default: those that this Java trusts)")
    private Path caFile;

    @Option(names = "--json", description = "One JSON object a line")
    private boolean json;

    @Mixin
    private DataOption data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    HubService open() {
        if (connectionStringFile == null && caFile != null) {
            throw new StackException("--hub-ca belongs to --connection: give both");
        }
        return HubService.open(
                connectionStringFile == null
                        ? ServiceConnection.of(folder())
                        : new ServiceConnection(connectionStringFile, caFile));
    }

    DataFolder folder() {
        return data.folder();
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** A table for people, a line of JSON each for programs. */
    void print(List<String> names, List<Map<String, Object>> rows) {
        if (json) {
            rows.forEach(row -> out().println(JsonText.of(row)));
            return;
        }
        TextTable table = TextTable.of(
                names.stream().map(name -> name.replace('_', ' ')).toList(),
                names.stream()
                        .map(name -> rows.stream().anyMatch(row -> row.get(name) instanceof Number))
                        .toList());
        for (Map<String, Object> row : rows) {
            table.row(names.stream().map(name -> cell(row.get(name))).toList());
        }
        table.lines().forEach(out()::println);
    }

    private static String cell(Object value) {
        if (value instanceof List<?> list) {
            return String.join("; ", list.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value instanceof Map ? JsonText.of(value) : value.toString();
    }
}
