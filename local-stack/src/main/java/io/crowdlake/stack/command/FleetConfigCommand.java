package io.crowdlake.stack.command;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.fleet.Assignments;
import io.crowdlake.stack.fleet.ConfigurationJob;
import io.crowdlake.stack.fleet.ConfigurationResult;
import io.crowdlake.stack.fleet.HubDevice;
import io.crowdlake.stack.fleet.HubService;
import io.crowdlake.stack.fleet.Selection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What cameras should be. */
@Command(
        name = "config",
        description = {
            "Change settings of running cameras, such as captureInterval=PT2S, quality=70 or policy.age=false; NAME= takes one back to its default.",
            "Each camera says whether it has applied them. Exit code 1 unless all have."
        },
        mixinStandardHelpOptions = true)
final class FleetConfigCommand implements Callable<Integer> {

    @Parameters(paramLabel = "[ID...] NAME=VALUE...", arity = "1..*", description = "Device ids, then settings")
    private List<String> words;

    @Option(names = "--query", paramLabel = "TAG=VALUE", description = "All cameras with this tag, such as site=Lyon")
    private String query;

    @Option(names = "--all", description = "All cameras of the hub")
    private boolean all;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "How long to wait for the answer of a camera that is connected (default ${DEFAULT-VALUE})")
    private Duration timeout;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() throws InterruptedException {
        List<String> assignments = words.stream().filter(Assignments::isOne).toList();
        Selection selection = new Selection(
                words.stream().filter(word -> !Assignments.isOne(word)).toList(), query, all);
        if (assignments.isEmpty()) {
            throw new StackException("which settings: give at least one NAME=VALUE, such as captureInterval=PT2S");
        }
        Map<String, Object> settings = Assignments.settings(assignments);
        HubService hub = fleet.open();
        List<ConfigurationResult> results = run(hub, settings, selection.in(hub));
        fleet.print(
                List.of("device_id", "outcome", "version", "detail"),
                results.stream().map(FleetConfigCommand::row).toList());
        return results.stream().allMatch(result -> result.outcome() == ConfigurationResult.Outcome.APPLIED) ? 0 : 1;
    }

    private List<ConfigurationResult> run(HubService hub, Map<String, Object> settings, List<HubDevice> devices)
            throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        try (Step step = Console.standardError().step("Cameras")) {
            String of = " of " + devices.size() + " have answered";
            step.update("0" + of);
            List<ConfigurationResult> results = new ConfigurationJob(hub, settings, timeout)
                    .run(devices, result -> step.update(answered.incrementAndGet() + of));
            long applied = results.stream()
                    .filter(result -> result.outcome() == ConfigurationResult.Outcome.APPLIED)
                    .count();
            step.done(applied + " of " + devices.size() + " have applied it");
            return results;
        }
    }

    private static Map<String, Object> row(ConfigurationResult result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device_id", result.deviceId());
        row.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        row.put("version", result.version());
        row.put("detail", result.detail());
        return row;
    }
}
