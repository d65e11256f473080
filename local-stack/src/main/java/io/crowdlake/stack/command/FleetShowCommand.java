package io.crowdlake.stack.command;

import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.query.JsonText;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One camera. */
@Command(
        name = "show",
        description = "One camera: its tags, what it should be and what it says that it is.",
        mixinStandardHelpOptions = true)
final class FleetShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Device id")
    private String deviceId;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        HubDevice device = fleet.open().get(deviceId);
        PrintWriter out = fleet.out();
        if (fleet.json()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("device_id", device.deviceId());
            all.put("status", device.status());
            all.put("last_seen", device.lastSeen());
            all.put("tags", device.tags());
            all.put("desired", device.desired());
            all.put("reported", device.reported());
            out.println(JsonText.of(all));
            return 0;
        }
        out.println(device.deviceId() + ": " + device.status() + ", last seen "
                + FleetListCommand.lastSeen(device.lastSeen(), Instant.now(), false));
        print(out, "tags", device.tags());
        print(out, "desired", device.desired());
        print(out, "reported", device.reported());
        return 0;
    }

    private static void print(PrintWriter out, String heading, Map<String, Object> values) {
        out.println(heading + (values.isEmpty() ? ": none" : ""));
        values.forEach((name, value) ->
                out.println("  " + name + " = " + (value instanceof String ? value : JsonText.of(value))));
    }
}
