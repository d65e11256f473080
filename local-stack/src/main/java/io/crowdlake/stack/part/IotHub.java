package io.crowdlake.stack.part;

import io.crowdlake.hub.HubMain;
import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.LoopbackAddress;
import io.crowdlake.hub.upload.UploadRoute;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.ProcessSpec;
import io.crowdlake.stack.process.Supervisor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stand-in of IoT Hub: cameras sign in there as themselves, and it hands their frames on to the broker. */
public final class IotHub implements FrameEntrance {

    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int CONNECT_MILLIS = 1_000;

    private final DataFolder data;
    private final Secrets secrets;
    private final String address;
    private final List<String> devices;
    private ManagedProcess process;

    /**
     * @param address of this machine, such as 127.0.0.1; the port is fixed
     * @param devices that are registered when it starts
     */
    public IotHub(DataFolder data, Secrets secrets, String address, List<String> devices) {
        this.data = data;
        this.secrets = secrets;
        this.address = address;
        this.devices = List.copyOf(devices);
    }

    /** Starts the hub before the broker that it hands frames to; throws StackException when its port is taken. */
    public void start(Supervisor supervisor, String bootstrapServers, String classpath) {
        if (!LoopbackAddress.isFree(address, HubSettings.MQTT_PORT)) {
            throw new StackException("port " + HubSettings.MQTT_PORT + " of " + address
                    + " for the hub is taken: end what listens there, or choose another address of this machine"
                    + " with --hub-address, such as 127.0.0.2");
        }
        forgetConnectionStrings();
        process = supervisor.start(spec(bootstrapServers, classpath));
    }

    private void forgetConnectionStrings() {
        for (String device : devices) {
            try {
                Files.deleteIfExists(connectionStrings().resolve(device));
            } catch (IOException e) {
                throw new StackException("cannot delete what an earlier hub has left: " + e.getMessage(), e);
            }
        }
    }

    ProcessSpec spec(String bootstrapServers, String classpath) {
        List<String> arguments = new ArrayList<>(List.of(
                "--data",
                data.hub().toString(),
                "--bootstrap-servers",
                bootstrapServers,
                "--topic",
                KafkaBroker.CAMERA_FRAMES,
                "--connection-string-file",
                secrets.hubConnectionStringFile().toString(),
                "--address",
                address,
                "--admin-port",
                "0"));
        for (String device : devices) {
            arguments.add("--enrol");
            arguments.add(device);
        }
        return JavaCommand.ofMain(HubMain.class.getName())
                .heap(192)
                .option("-XX:+UseSerialGC")
                .classpath(classpath)
                .arguments(arguments.toArray(String[]::new))
                .as("hub", data.log("hub"));
    }

    /** Waits until devices can sign in. */
    public void awaitReady() throws InterruptedException {
        Await.until(
                "Hub",
                STARTUP,
                process,
                () -> devices.stream()
                                .allMatch(device ->
                                        Files.exists(connectionStrings().resolve(device)))
                        && answers());
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, HubSettings.MQTT_PORT), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path connectionStrings() {
        return data.hub().resolve(HubMain.CONNECTION_STRINGS);
    }

    /** Where devices reach it. */
    public String endpoint() {
        return "mqtts://" + address + ":" + HubSettings.MQTT_PORT;
    }

    @Override
    public List<String> cameraOptions() {
        return List.of(
                "--hub",
                connectionStrings().toString(),
                "--hub-ca",
                data.hub().resolve(HubSettings.CA_FILE).toString(),
                "--spool-dir",
                data.spool().toString());
    }

    /** The container of the hub is a folder of this machine. */
    @Override
    public Map<String, String> jobOptions() {
        return Map.of(
                "reference.containers." + address + "/" + UploadRoute.CONTAINER,
                data.hub().resolve(HubSettings.BLOBS).toUri().toString());
    }

    /** Ends the hub; nothing when it was not started. */
    public void stop() {
        if (process != null) {
            process.stop(GRACE);
        }
    }
}
