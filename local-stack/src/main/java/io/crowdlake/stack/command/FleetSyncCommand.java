package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.fleet.DevicesTable;
import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.query.LakeAccess;
import io.crowdlake.stack.query.LakeQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings what the hub knows of cameras into the lake. */
@Command(
        name = "sync",
        description = {
            "Bring site, zone, time zone, tags and policy of all cameras from the hub's registry into the lake's table devices,",
            "where views find them. Only what has changed is written; ./crowd up does it by itself."
        },
        mixinStandardHelpOptions = true)
final class FleetSyncCommand implements Callable<Integer> {

    @Mixin
    private TrinoOptions trino;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() throws InterruptedException {
        List<HubDevice> devices = fleet.open().find("SELECT * FROM devices");
        List<String> changed;
        try {
            changed = trino.given() ? external(devices) : local(devices);
        } catch (SQLException e) {
            throw new StackException("Trino does not answer: " + e.getMessage(), e);
        }
        fleet.print(
                List.of("device_id"),
                changed.stream()
                        .map(id -> Map.<String, Object>of("device_id", id))
                        .toList());
        if (!fleet.json()) {
            fleet.out().println("(" + changed.size() + " of " + devices.size() + " cameras were new or had changed)");
        }
        return 0;
    }

    private List<String> external(List<HubDevice> devices) throws SQLException {
        try (Connection connection = trino.connect()) {
            return new DevicesTable(connection).update(devices);
        }
    }

    private List<String> local(List<HubDevice> devices) throws SQLException, InterruptedException {
        Console console = Console.standardError();
        CacheFolder cache = CacheFolder.of(System.getenv());
        QueryEngine queryEngine = new QueryEngine(cache, Checkout.current(), console, JavaHomes.ofThisMachine());
        try (LakeAccess lake = LakeAccess.open(fleet.folder(), cache, console);
                Connection connection = LakeQuery.connect(lake.trinoPort(queryEngine))) {
            return new DevicesTable(connection).update(devices);
        }
    }
}
