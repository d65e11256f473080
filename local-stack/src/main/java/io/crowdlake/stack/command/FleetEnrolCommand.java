package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.fleet.Enrolment;
import io.crowdlake.stack.fleet.HubService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** New cameras. */
@Command(
        name = "enrol",
        description = {
            "Register cameras, and write for each the file that it signs in with (its option --hub), readable by you alone.",
            "A camera that is registered already gets its file again."
        },
        mixinStandardHelpOptions = true)
final class FleetEnrolCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Device ids")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "A table with the column device_id, and a column for each tag, such as site, zone and timeZone")
    private Path csv;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            defaultValue = "identities",
            description = "Where the files go, each named after its camera (default ${DEFAULT-VALUE})")
    private Path folder;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        if (ids.isEmpty() == (csv == null)) {
            throw new StackException("which cameras: give their ids, or --csv FILE");
        }
        List<Enrolment> enrolments = csv == null
                ? ids.stream().map(id -> new Enrolment(id, Map.of())).toList()
                : Enrolment.read(csv);
        HubService hub = fleet.open();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Enrolment enrolment : enrolments) {
            Path file = enrolment.write(hub, folder.toAbsolutePath().normalize());
            rows.add(Map.of("device_id", enrolment.deviceId(), "file", file.toString()));
        }
        fleet.print(List.of("device_id", "file"), rows);
        return 0;
    }
}
