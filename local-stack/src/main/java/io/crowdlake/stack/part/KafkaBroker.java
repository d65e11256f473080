package io.crowdlake.stack.part;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.process.JavaCommand;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.ProcessSpec;
import io.crowdlake.stack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/**
 * A Kafka broker that speaks as the hub's Kafka endpoint does: SASL PLAIN, user {@code $ConnectionString}, the connection string as
 * password.
 */
public final class KafkaBroker implements FrameEntrance {

    /** Topic of the cameras' messages. */
    public static final String CAMERA_FRAMES = "camera-frames";

    /** Topic of the analyses. */
    public static final String FRAME_ANALYSES = "frame-analyses";

    /** Topic of the windows' revisions. */
    public static final String CROWD_DEMOGRAPHICS = "crowd-demographics";

    /** Of each topic. */
    static final int PARTITIONS = 4;

    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** As the hub keeps messages unless told otherwise. */
    private static final Duration FRAME_RETENTION = Duration.ofDays(1);

    private final DataFolder data;
    private final Secrets secrets;
    private final int port;
    private ManagedProcess process;

    public KafkaBroker(DataFolder data, Secrets secrets, int port) {
        this.data = data;
        this.secrets = secrets;
        this.port = port;
    }

    /** Starts the broker; {@code controllerPort} may differ from start to start. */
    public void start(Supervisor supervisor, int controllerPort, String classpath) {
        process = supervisor.start(spec(controllerPort, classpath));
    }

    /** Ends the broker; nothing when it was not started. */
    public void stop() {
        if (process != null) {
            process.stop(GRACE);
        }
    }

    @Override
    public List<String> cameraOptions() {
        return List.of(
                "--bootstrap-servers",
                bootstrapServers(),
                "--topic",
                CAMERA_FRAMES,
                "--connection-string-file",
                secrets.hubConnectionStringFile().toString());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    ProcessSpec spec(int controllerPort, String classpath) {
        Path file = data.configuration().resolve("kafka.properties");
        Secrets.writePrivate(file, configuration(controllerPort));
        return JavaCommand.ofMain(KafkaMain.class.getName())
                .heap(256)
                // Starts in half the time, and a broker for a few cameras never needs more.
                .options(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .property("crowdlake.log.level", "info")
                .classpath(classpath)
                .arguments(file.toString())
                .as("kafka", data.log("kafka"));
    }

    private String configuration(int controllerPort) {
        String password = secrets.hubConnectionString();
        String user = ClientSecurity.USER;
        String jaas = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user
                + "\" password=\"" + password + "\" user_" + user + "=\"" + password + "\";";
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "listeners=HUB://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=HUB://127.0.0.1:" + port,
                "listener.security.protocol.map=HUB:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "inter.broker.listener.name=HUB",
                "controller.listener.names=CONTROLLER",
                "sasl.enabled.mechanisms=PLAIN",
                "sasl.mechanism.inter.broker.protocol=PLAIN",
                "sasl.mechanism.controller.protocol=PLAIN",
                "listener.name.hub.plain.sasl.jaas.config=" + jaas,
                "listener.name.controller.plain.sasl.jaas.config=" + jaas,
                "log.dirs=" + data.kafka(),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.num.partitions=4",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                // Half of the heap unless told otherwise.
                "log.cleaner.dedupe.buffer.size=4194304",
                "");
    }

    /** Waits until the broker answers. */
    public void awaitReady() throws InterruptedException {
        try (Admin admin = admin()) {
            Await.until("Kafka", STARTUP, process, () -> {
                try {
                    admin.describeCluster().nodes().get();
                    return true;
                } catch (ExecutionException e) {
                    return false;
                }
            });
        }
    }

    /** Creates the topics that are missing. */
    public void createTopics() throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = List.of(
                            topic(CAMERA_FRAMES)
                                    .configs(Map.of("retention.ms", Long.toString(FRAME_RETENTION.toMillis()))),
                            topic(FRAME_ANALYSES),
                            topic(CROWD_DEMOGRAPHICS))
                    .stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new StackException("cannot create the topics: " + e.getCause().getMessage(), e);
        } catch (KafkaException e) {
            throw new StackException("cannot create the topics: " + e.getMessage(), e);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1);
    }

    /** An administration client; the caller closes it. */
    public Admin admin() {
        Properties properties = clientProperties();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return Admin.create(properties);
    }

    /** What any client of the broker needs. */
    public Properties clientProperties() {
        return ClientSecurity.properties(bootstrapServers(), secrets.hubConnectionString());
    }
}
