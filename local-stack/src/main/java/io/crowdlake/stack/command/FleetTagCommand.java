package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.fleet.Assignments;
import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where cameras are. */
@Command(
        name = "tag",
        description = {
            "Say where cameras are: site=Lyon zone=entrance timeZone=Europe/Paris, or any other NAME=VALUE; NAME= removes one.",
            "./crowd up brings it into the lake's table devices, and so does ./crowd fleet sync."
        },
        mixinStandardHelpOptions = true)
final class FleetTagCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID... NAME=VALUE...", arity = "1..*", description = "Device ids, then tags")
    private List<String> words;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        List<String> tags = words.stream().filter(Assignments::isOne).toList();
        List<String> ids =
                words.stream().filter(word -> !Assignments.isOne(word)).toList();
        if (ids.isEmpty() || tags.isEmpty()) {
            throw new StackException("give device ids and then tags, such as camera-1 site=Lyon zone=entrance");
        }
        Map<String, Object> patch = Assignments.tags(tags);
        HubService hub = fleet.open();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (HubDevice device : new Selection(ids, null, false).in(hub)) {
            hub.tag(device.deviceId(), patch);
            rows.add(Map.of(
                    "device_id",
                    device.deviceId(),
                    "tags",
                    hub.get(device.deviceId()).tags()));
        }
        fleet.print(List.of("device_id", "tags"), rows);
        return 0;
    }
}
