package io.crowdlake.hub;

import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.telemetry.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a stand-in until it is told to stop. Exit code 2 with one line when something given to it is wrong. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a hub on this machine that speaks to devices as Azure IoT Hub does.")
public final class HubMain implements Callable<Integer> {

    /** Folder in that of the hub with a file for each device that was enrolled by option. */
    public static final String CONNECTION_STRINGS = "connection-strings";

    /** File in the folder of the hub with which any device may register: what a simulated fleet signs in with. */
    public static final String ENROLMENT_GROUP = "enrolment-group";

    private static final int WRONG_USE = 2;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Certificates, keys and devices.")
    Path data;

    @Option(names = "--bootstrap-servers", required = true, paramLabel = "HOST:PORT", description = "Kafka broker.")
    String bootstrapServers;

    @Option(names = "--topic", defaultValue = "camera-frames", description = "Default: ${DEFAULT-VALUE}.")
    String topic;

    @Option(
            names = "--connection-string-file",
            paramLabel = "FILE",
            description = "Holds the password of the user $$ConnectionString at the broker. Without it no login.")
    Path connectionStringFile;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            paramLabel = "IP",
            description = "IPv4 address of this machine to listen to. Default: ${DEFAULT-VALUE}.")
    String address;

    @Option(
            names = "--mqtt-port",
            defaultValue = "8883",
            paramLabel = "PORT",
            description = "Default: ${DEFAULT-VALUE}, the only one that Azure's device SDK knows.")
    int mqttPort;

    @Option(
            names = "--admin-port",
            defaultValue = "8443",
            paramLabel = "PORT",
            description = "The service interface. Default: ${DEFAULT-VALUE}.")
    int adminPort;

    @Option(
            names = "--https-port",
            defaultValue = "443",
            paramLabel = "PORT",
            description =
                    "MQTT over WebSocket, messages over HTTPS, file upload. Default: ${DEFAULT-VALUE}, the only one that"
                            + " Azure's device SDK knows. Where it cannot be opened the hub does without.")
    int httpsPort;

    @Option(
            names = "--messages-per-second",
            defaultValue = "100",
            paramLabel = "N",
            description = "What one device may send; a faster one is slowed down. Default: ${DEFAULT-VALUE}.")
    double messagesPerSecond;

    @Option(
            names = "--messages-waiting",
            defaultValue = "10000",
            paramLabel = "N",
            description =
                    "Of a device that is too fast; above them it is refused: over MQTT its connection ends, over HTTPS"
                            + " it is answered 429. Default: ${DEFAULT-VALUE}.")
    int messagesWaiting;

    @Option(
            names = "--enrol",
            paramLabel = "ID",
            description = "Registers this device, and writes its connection string to DIR/connection-strings/ID.")
    List<String> enrol = new ArrayList<>();

    /** Runs until stopped, and exits. */
    public static void main(String[] arguments) {
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "classpath:crowdlake-hub-log4j2.xml");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new HubMain())
                .setParameterExceptionHandler((failure, arguments) -> {
                    failure.getCommandLine()
                            .getErr()
                            .println("hub: " + failure.getMessage() + " (--help shows all options)");
                    return WRONG_USE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HubSettings settings = new HubSettings(
                data,
                address,
                mqttPort,
                adminPort,
                httpsPort,
                new HubLimits(HubLimits.DEFAULT.messageBytes(), messagesPerSecond, messagesWaiting));
        CountDownLatch stop = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, main), "stop"));
        try (HubStandIn hub = HubStandIn.start(
                settings,
                new KafkaSettings(bootstrapServers, topic, connectionStringFile).connect(),
                Clock.systemUTC())) {
            PrivateFile.write(data.resolve(ENROLMENT_GROUP), hub.enrolmentGroup());
            for (String deviceId : enrol) {
                PrivateFile.write(data.resolve(CONNECTION_STRINGS).resolve(deviceId), hub.enrol(deviceId));
            }
            stop.await();
        }
        return 0;
    }

    private static void stop(CountDownLatch stop, Thread main) {
        stop.countDown();
        try {
            main.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof HubException || failure instanceof IllegalArgumentException) {
            line.getErr().println("hub: " + failure.getMessage());
            return WRONG_USE;
        }
        throw failure;
    }
}
