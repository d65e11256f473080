package io.crowdlake.stack.command;

import io.crowdlake.stack.fleet.Health;
import io.crowdlake.stack.fleet.HubDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All cameras. */
@Command(
        name = "list",
        description =
                "All cameras: whether they are connected, when the hub last heard them, where they are and what they run.",
        mixinStandardHelpOptions = true)
final class FleetListCommand implements Callable<Integer> {

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (HubDevice device : fleet.open().find("SELECT * FROM devices")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("device_id", device.deviceId());
            row.put("status", device.status());
            row.put("last_seen", lastSeen(device.lastSeen(), now, fleet.json()));
            row.put("site", device.site());
            row.put("zone", device.zone());
            row.put("version", device.version());
            rows.add(row);
        }
        fleet.print(List.of("device_id", "status", "last_seen", "site", "zone", "version"), rows);
        return 0;
    }

    /** For people how long ago, for programs when. */
    static Object lastSeen(Instant time, Instant now, boolean exactly) {
        if (time == null || exactly) {
            return time == null ? exactly ? null : "never" : time.toString();
        }
        return Health.words(Duration.between(time, now)) + " ago";
    }
}
