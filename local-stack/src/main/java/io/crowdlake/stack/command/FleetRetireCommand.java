package io.crowdlake.stack.command;

import io.crowdlake.stack.fleet.HubService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a camera out of service. */
@Command(
        name = "retire",
        description = {
            "Take a camera out of service: the hub lets it in no more, and ends its connection.",
            "What it has counted stays in the lake."
        },
        mixinStandardHelpOptions = true)
final class FleetRetireCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Device id")
    private String deviceId;

    @Option(names = "--delete", description = "And let the hub forget it, with its key, tags and settings")
    private boolean delete;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        HubService hub = fleet.open();
        hub.disable(deviceId);
        if (delete) {
            hub.delete(deviceId);
        }
        fleet.print(
                List.of("device_id", "status"),
                List.of(Map.of("device_id", deviceId, "status", delete ? "deleted" : "disabled")));
        return 0;
    }
}
