package io.crowdlake.job;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker in this JVM that asks for a sign-in as the hub's endpoint does. */
final class TestBroker implements AutoCloseable {

    static final String CONNECTION_STRING =
            "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=test;SharedAccessKey=c2VjcmV0";

    private final int port;
    private final KafkaRaftServer server;

    private TestBroker(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    static TestBroker start(Path folder) throws IOException {
        int port = freePort();
        int internalPort = freePort();
        int controllerPort = freePort();
        Path file = Files.write(
                folder.resolve("broker.properties"),
                List.of(
                        "node.id=1",
                        "process.roles=broker,controller",
                        "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                        "listeners=HUB://127.0.0.1:" + port + ",INTERNAL://127.0.0.1:" + internalPort
                                + ",CONTROLLER://127.0.0.1:" + controllerPort,
                        "advertised.listeners=HUB://127.0.0.1:" + port + ",INTERNAL://127.0.0.1:" + internalPort,
                        "listener.security.protocol.map=HUB:SASL_PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name=INTERNAL",
                        "controller.listener.names=CONTROLLER",
                        "sasl.enabled.mechanisms=PLAIN",
                        "listener.name.hub.plain.sasl.jaas.config="
                                + "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                + " user_$ConnectionString=\"" + CONNECTION_STRING + "\";",
                        "offsets.topic.replication.factor=1",
                        "offsets.topic.num.partitions=1",
                        "group.initial.rebalance.delay.ms=0",
                        "log.dirs=" + folder.resolve("log")));
        int formatted = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(java.io.OutputStream.nullOutputStream()));
        if (formatted != 0) {
            throw new IllegalStateException("the broker's storage cannot be formatted");
        }
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(file));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new TestBroker(port, server);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What a client needs to sign in. */
    Map<String, Object> clientProperties() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"$ConnectionString\" password=\"" + CONNECTION_STRING + "\";");
    }

    void createTopic(String name, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clientProperties())) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
