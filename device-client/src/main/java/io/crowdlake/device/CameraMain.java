package io.crowdlake.device;

import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.config.SettingsMemory;
import io.crowdlake.device.config.TransportCheck;
import io.crowdlake.device.edge.EdgeAnalyzer;
import io.crowdlake.device.edge.EdgeHub;
import io.crowdlake.device.edge.SendingWays;
import io.crowdlake.device.hub.CameraHub;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.HubException;
import io.crowdlake.device.hub.IotHub;
import io.crowdlake.device.hub.KafkaFramePublisher;
import io.crowdlake.device.hub.KafkaSettings;
import io.crowdlake.device.hub.SharedHub;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.device.simulate.Simulation;
import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.SceneSource;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.SourceFactory;
import io.crowdlake.device.source.SourceOpener;
import io.crowdlake.scene.SceneOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs cameras that publish to an IoT hub or straight to a Kafka topic, until it is told to stop. Exit code 0 when it was, or when all sources ended and that was asked
 * for; 2 with one line when something given to it is wrong.
 */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs cameras that publish their frames to an IoT hub, or straight to a Kafka topic.")
public final class CameraMain implements Callable<Integer> {

    private static final int WRONG_USE = 2;
    private static final int CAMERAS_WITHOUT_SOURCE = 3;

    @Spec
    CommandSpec spec;

    @Mixin
    HubOptions hub;

    @Mixin
    CaptureOptions capture;

    @Mixin
    SimulationOptions simulation;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Send straight to a Kafka broker instead, without a hub.")
    String bootstrapServers;

    @Option(names = "--topic", defaultValue = "camera-frames", description = "Default: ${DEFAULT-VALUE}.")
    String topic;

    @Option(
            names = "--connection-string-file",
            paramLabel = "FILE",
            description = "Holds the password of the user $$ConnectionString. Without it no login.")
    Path connectionStringFile;

    @Option(
            names = "--source",
            paramLabel = "FILE|DIR|URL|/dev/videoN",
            description = "One camera each; repeat it for more. A source plays once.")
    List<String> sources = new ArrayList<>();

    @Option(
            names = "--cameras",
            paramLabel = "N",
            description = "Simulated cameras; they never end. Default: 3 without --source, 0 with it.")
    Integer cameras;

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "Event time runs that much faster than the wall clock, from the past up to the present.")
    double speed;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Stop sending after this time by the wall clock, such as 90s or 10m, and end.")
    Duration duration;

    @Option(
            names = "--telemetry-interval",
            defaultValue = "30s",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How often a camera tells the hub how it is doing. Default: ${DEFAULT-VALUE}.")
    Duration telemetryInterval;

    @Option(names = "--status-file", paramLabel = "FILE", description = "JSON, replaced every second.")
    Path statusFile;

    @Option(
            names = "--truth-dir",
            paramLabel = "DIR",
            description = "Simulated cameras write there who is in their frames, as <device>.jsonl.")
    Path truthFolder;

    @Option(
            names = "--fps",
            defaultValue = "5",
            description = "Frames per second of simulated cameras and folders. Default: ${DEFAULT-VALUE}.")
    double framesPerSecond;

    @Option(
            names = "--size",
            defaultValue = "640x480",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Frame size of simulated cameras. Default: ${DEFAULT-VALUE}.")
    SizeConverter.Size size;

    @Option(names = "--seed", defaultValue = "1", description = "Of the simulated scenes. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--busy", description = "Simulated cameras show about ten people at a time instead of two to five.")
    boolean busy;

    @Option(
            names = "--exit-when-done",
            description = "End when all sources have ended; without it and --duration, wait to be stopped.")
    boolean exitWhenDone;

    /** Runs until stopped, and exits. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "classpath:crowdlake-camera-log4j2.xml");
        }
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new CameraMain())
                .setParameterExceptionHandler(CameraMain::wrongUse)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line));
    }

    @Override
    public Integer call() throws Exception {
        if (simulation.given()) {
            SimulationRun run = simulate();
            run(run::finished, run::close);
            return 0;
        }
        CameraFleet fleet = assemble();
        fleet.start();
        boolean ends = exitWhenDone || duration != null;
        run(() -> ends && fleet.finished(), fleet::close);
        return 0;
    }

    private SimulationRun simulate() throws HubException {
        require(hub.given(), "--simulate needs a hub: give --hub");
        Clock clock = Clock.systemUTC();
        Simulation fleet =
                Simulation.start(simulation.settings(seed), new IotHub(hub.settings(), clock), truthFolder, clock);
        return new SimulationRun(
                fleet, duration, new StatusFile(statusFile), spec.commandLine().getOut(), clock);
    }

    /** Until it is done or a signal comes. */
    private static void run(BooleanSupplier done, Runnable close) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopOnSignal(stop, stopped), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            boolean told = false;
            while (!told && !done.getAsBoolean()) {
                told = stop.await(200, TimeUnit.MILLISECONDS);
            }
        } finally {
            close.run();
            stopped.countDown();
        }
    }

    /** A signal makes the JVM exit with its number; here it is the ordinary way to end, so the exit code is 0. */
    private static void stopOnSignal(CountDownLatch stop, CountDownLatch stopped) {
        if (stopped.getCount() == 0) {
            return;
        }
        stop.countDown();
        try {
            if (stopped.await(60, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens every source first: a wrong one must show before anything is sent. */
    CameraFleet assemble() throws SourceException, HubException {
        check();
        CameraConfiguration initial = capture.configuration();
        List<SourceFactory> factories = factories();
        List<CameraSource> opened = new ArrayList<>();
        CameraHub way = null;
        try {
            // a wrong source must not wait until a hub has answered
            for (SourceFactory factory : factories) {
                opened.add(factory.open());
            }
            EdgeAnalyzer analyzer = EdgeAnalyzer.ofBundle(capture.model);
            SendingWays ways = new SendingWays(analyzer, hub.given());
            way = new EdgeHub(way(), analyzer);
            require(ways, initial.transport());
            List<Heartbeat> heartbeats = new ArrayList<>();
            return new CameraFleet(
                    cameras(
                            way.deviceIds(DeviceNames.of(simulated(), sources)),
                            opened,
                            factories,
                            way,
                            ways,
                            initial,
                            heartbeats),
                    way,
                    new Heartbeats(heartbeats, telemetryInterval),
                    new StatusFile(statusFile),
                    Clock.systemUTC());
        } catch (SourceException | HubException | RuntimeException e) {
            opened.forEach(CameraSource::close);
            if (way != null) {
                way.close();
            }
            throw e;
        }
    }

    /** Drawn ones first. */
    private List<SourceFactory> factories() {
        List<SourceFactory> factories = new ArrayList<>();
        for (int i = 0; i < simulated(); i++) {
            SceneOptions options = scene(seed + i);
            factories.add(() -> new SceneSource(options, truthFolder));
        }
        SourceOpener opener = new SourceOpener(framesPerSecond);
        sources.forEach(source -> factories.add(() -> opener.open(source)));
        return factories;
    }

    private CameraHub way() throws HubException {
        return hub.given()
                ? new IotHub(hub.settings(), Clock.systemUTC())
                : new SharedHub(
                        KafkaFramePublisher.connect(new KafkaSettings(bootstrapServers, topic, connectionStringFile)));
    }

    private List<Camera> cameras(
            List<String> ids,
            List<CameraSource> opened,
            List<SourceFactory> factories,
            CameraHub way,
            TransportCheck ways,
            CameraConfiguration initial,
            List<Heartbeat> heartbeats)
            throws HubException {
        List<Camera> all = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            LiveConfiguration configuration = configuration(ids.get(i), initial, ways);
            CameraControl control = new CameraControl(configuration, ways);
            FramePublisher publisher = way.publisher(ids.get(i), control);
            Camera camera = new Camera(
                    ids.get(i),
                    opened.get(i),
                    factories.get(i),
                    publisher,
                    Clock.systemUTC(),
                    speed,
                    Optional.ofNullable(duration),
                    configuration);
            control.diagnosedBy(camera::diagnostics);
            control.restartedBy(camera::restart);
            all.add(camera);
            heartbeats.add(new Heartbeat(camera, publisher, Thermometer.ofThisMachine(), Clock.systemUTC()));
        }
        return all;
    }

    /** As the fleet had left it before this start, where that is known. */
    private LiveConfiguration configuration(String deviceId, CameraConfiguration initial, TransportCheck ways) {
        SettingsMemory memory = hub.given() && hub.spool != null
                ? SettingsMemory.in(hub.spool.resolve(deviceId + ".settings.json"))
                : SettingsMemory.NONE;
        CameraConfiguration newest = memory.recall(initial);
        boolean possible = newest.transport() == initial.transport()
                || ways.refusal(newest.transport()).isEmpty();
        return new LiveConfiguration(initial, possible ? newest : newest.withTransport(initial.transport()), memory);
    }

    private int simulated() {
        return cameras != null ? cameras : sources.isEmpty() ? CAMERAS_WITHOUT_SOURCE : 0;
    }

    private SceneOptions scene(long sceneSeed) {
        SceneOptions options = busy ? SceneOptions.busy(sceneSeed) : SceneOptions.sparse(sceneSeed);
        return options.withSize(size.width(), size.height()).withFramesPerSecond(framesPerSecond);
    }

    private void check() {
        require(speed > 0 && speed <= 100_000, "--speed is " + speed + ", must be above 0");
        require(
                framesPerSecond > 0 && framesPerSecond <= 60,
                "--fps is " + framesPerSecond + ", must be above 0 and at most 60");
        require(cameras == null || cameras >= 0, "--cameras is " + cameras + ", must not be negative");
        require(
                hub.given() != (bootstrapServers != null),
                "--hub and --bootstrap-servers are two ways for frames: give one of them");
        require(simulated() + sources.size() > 0, "--cameras is 0: ask for at least one, or give a --source");
    }

    private static void require(TransportCheck ways, Transport transport) {
        ways.refusal(transport).ifPresent(reason -> {
            throw new IllegalArgumentException("--transport is " + transport + ", which cannot be: " + reason);
        });
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static int wrongUse(CommandLine.ParameterException failure, String[] arguments) {
        failure.getCommandLine().getErr().println("cameras: " + failure.getMessage() + " (--help shows all options)");
        return WRONG_USE;
    }

    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof SourceException) {
            line.getErr().println("cameras: --source: " + failure.getMessage());
            return WRONG_USE;
        }
        if (failure instanceof HubException || failure instanceof IllegalArgumentException) {
            line.getErr().println("cameras: " + failure.getMessage());
            return WRONG_USE;
        }
        throw failure;
    }
}
