package io.crowdlake.stack.command;

import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.SourceOpener;
import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.LoopbackAddress;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.part.Cameras;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.up.PortOptions;
import io.crowdlake.stack.up.Up;
import io.crowdlake.stack.up.UpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs everything on this machine, until Ctrl-C or for a while. */
@Command(
        name = "up",
        description = {
            "Run the whole job on this machine: Kafka, PostgreSQL, Flink, Trino and cameras.",
            "Ctrl-C stops it with a savepoint; the next start with the same data folder goes on from there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    private static final int DEFAULT_CAMERAS = 3;
    private static final String LOOPBACK = "127.0.0.1";

    @Option(
            names = "--cameras",
            paramLabel = "N",
            description = "Simulated cameras (default 3, or none where --source is given)")
    private Integer simulated;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description =
                    "A camera fed by a folder of JPEGs, a GIF, an MP4, /dev/videoN, or anything FFmpeg reads; repeatable")
    private final List<String> sources = new ArrayList<>();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Stop after so long, such as 90s or 5min, and print the windows found")
    private Duration duration;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "How much faster than the wall clock event time runs (default ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--no-hub",
            description = "Let the cameras send straight to Kafka, instead of signing in at a stand-in of IoT Hub with"
                    + " Azure's device SDK over MQTT and TLS")
    private boolean withoutHub;

    @Option(
            names = "--hub-address",
            paramLabel = "IP",
            description =
                    "Address of this machine for the hub, whose port is always 8883 (default 127.0.0.1, or another"
                            + " of 127.0.0.0/8 where that port is taken)")
    private String hubAddress;

    @Mixin
    private DataOption data;

    @Option(names = "--no-trino", description = "Leave out Trino: no queries while it runs, 1 GB less memory")
    private boolean withoutTrino;

    @Option(
            names = "--layouts",
            paramLabel = "FILE",
            description = "JSON file with counting lines and zones of the cameras (as docs/camera-layouts.md says)")
    private Path layouts;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "An option of the job, such as window.size=5min or model.precision=fp32; repeatable")
    private final Map<String, String> jobOptions = new LinkedHashMap<>();

    @Option(
            names = "--recognition",
            description =
                    "Tell new visitors from returning ones by what they look like, which is kept encrypted for a day"
                            + " at most (recognition.enabled=true)")
    private boolean recognition;

    @Mixin
    private PortOptions ports;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, SourceException {
        if (speed <= 0) {
            throw new ParameterException(spec.commandLine(), "--speed is " + speed + ", must be above 0");
        }
        int cameras = simulated != null ? simulated : sources.isEmpty() ? DEFAULT_CAMERAS : 0;
        if (cameras < 0) {
            throw new ParameterException(spec.commandLine(), "--cameras is " + cameras + ", must not be negative");
        }
        if (hubAddress != null && !hubAddress.matches("127(\\.\\d{1,3}){3}")) {
            throw new ParameterException(
                    spec.commandLine(), "--hub-address is " + hubAddress + ", must be within 127.0.0.0/8");
        }
        requireSources();
        if (recognition) {
            jobOptions.putIfAbsent("recognition.enabled", "true");
        }
        if (layouts != null) {
            LayoutOption.read(layouts);
            jobOptions.put("camera.layouts", layouts.toAbsolutePath().toString());
        }
        Console console = Console.standardOutput();
        Checkout checkout = Checkout.current();
        CacheFolder cache = CacheFolder.of(System.getenv());
        UpSettings settings = new UpSettings(
                data.folder(),
                new Cameras(cameras, sources, speed, duration),
                !withoutTrino,
                withoutHub ? Optional.empty() : Optional.of(hubAddress()),
                ports,
                jobOptions);
        new Up(checkout, cache, console, new QueryEngine(cache, checkout, console, JavaHomes.ofThisMachine()))
                .run(settings);
        return 0;
    }

    /** Azure's device SDK connects to one port only, so a second stack on this machine needs another address. */
    private String hubAddress() {
        if (hubAddress != null || LoopbackAddress.isFree(LOOPBACK, HubSettings.MQTT_PORT)) {
            return hubAddress == null ? LOOPBACK : hubAddress;
        }
        return LoopbackAddress.free(HubSettings.MQTT_PORT);
    }

    /** What cannot be opened now would be told of only after everything else has been started. */
    private void requireSources() throws SourceException {
        for (String source : sources) {
            new SourceOpener(1).open(source).close();
        }
    }
}
