package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.StackState;
import io.crowdlake.stack.data.StackState.PortMap;
import io.crowdlake.stack.fleet.Health;
import io.crowdlake.stack.fleet.LakeTelemetry;
import io.crowdlake.stack.query.LakeQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cameras need somebody. */
@Command(
        name = "health",
        description = {
            "Which cameras are silent, drop frames, run old software or say themselves that something is wrong.",
            "Dropped frames and what a camera says come from the lake's table device_telemetry, where Trino can be asked."
        },
        mixinStandardHelpOptions = true)
final class FleetHealthCommand implements Callable<Integer> {

    @Option(
            names = "--silent-after",
            paramLabel = "TIME",
            defaultValue = "2min",
            converter = Durations.class,
            description = "A camera that nobody has heard for so long is silent (default ${DEFAULT-VALUE})")
    private Duration silentAfter;

    @Option(
            names = "--expect",
            paramLabel = "VERSION",
            description = "What all cameras should run (default: the newest version that one of them runs)")
    private String version;

    @Option(names = "--problems", description = "Leave out cameras that are well")
    private boolean problemsOnly;

    @Mixin
    private TrinoOptions trino;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        Optional<Map<String, LakeTelemetry>> told = telemetry();
        List<Health> all =
                Health.of(fleet.open().find("SELECT * FROM devices"), told.orElse(Map.of()), silentAfter, version, now);
        fleet.print(
                List.of("device_id", "last_seen", "version", "dropped", "buffered", "celsius", "problems"),
                all.stream()
                        .filter(one -> !problemsOnly || !one.problems().isEmpty())
                        .map(one -> row(one, now))
                        .toList());
        if (told.isEmpty() && !fleet.json()) {
            fleet.out().println("(no Trino runs: without what the cameras have told the lake)");
        }
        return 0;
    }

    private Map<String, Object> row(Health health, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        LakeTelemetry told = health.telemetry();
        row.put("device_id", health.device().deviceId());
        row.put("last_seen", FleetListCommand.lastSeen(health.lastSeen(), now, fleet.json()));
        row.put("version", health.softwareVersion());
        row.put("dropped", told == null ? null : told.framesDropped());
        row.put("buffered", told == null ? null : told.buffered());
        row.put("celsius", told == null ? null : told.temperatureCelsius());
        row.put("problems", health.problems());
        return row;
    }

    /** Empty where nobody can be asked; a query must not start a Trino by the way. */
    private Optional<Map<String, LakeTelemetry>> telemetry() {
        PortMap running = StackState.read(fleet.folder()).ports();
        if (!trino.given() && (running == null || running.trino() == 0)) {
            return Optional.empty();
        }
        try (Connection connection = trino.given() ? trino.connect() : LakeQuery.connect(running.trino())) {
            return Optional.of(LakeTelemetry.lastHour(connection));
        } catch (SQLException e) {
            throw new StackException("Trino does not answer: " + e.getMessage(), e);
        }
    }
}
