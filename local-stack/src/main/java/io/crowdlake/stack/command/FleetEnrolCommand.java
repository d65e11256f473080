package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.fleet.Enrolment;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.Proof;
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
                    + " One that shows a certificate needs its key beside it (the camera's options --hub-certificate and --hub-key);"
                    + " this command never sees that key."
        },
        mixinStandardHelpOptions = true)
final class FleetEnrolCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Device ids")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "A table with the column device_id, x509 for cameras with certificates, and a column for each tag, such as site,"
                            + " zone and timeZone")
    private Path csv;

    @Option(
            names = "--x509",
            paramLabel = "HOW",
            defaultValue = "",
            description = {
                "The camera signs in with a certificate instead of a key: ca for one of an authority that the hub knows, made out to the"
                        + " device id; or, for one camera, the certificate's file in PEM, or its thumbprint"
            })
    private String x509;

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
        if (csv != null && !x509.isEmpty()) {
            throw new StackException("--x509 is for cameras that are named: with --csv write it into the column x509");
        }
        List<Enrolment> enrolments = csv == null ? named() : Enrolment.read(csv);
        HubService hub = fleet.open();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Enrolment enrolment : enrolments) {
            Path file = enrolment.write(hub, folder.toAbsolutePath().normalize());
            rows.add(Map.of("device_id", enrolment.deviceId(), "file", file.toString()));
        }
        fleet.print(List.of("device_id", "file"), rows);
        return 0;
    }

    private List<Enrolment> named() {
        Proof proof = Proof.parse(x509, Path.of(""));
        if (proof.thumbprint() != null && ids.size() > 1) {
            throw new StackException(
                    "--x509 names one certificate, there are " + ids.size() + " cameras: write a table with --csv");
        }
        return ids.stream().map(id -> new Enrolment(id, proof, Map.of())).toList();
    }
}
