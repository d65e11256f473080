package io.crowdlake.stack.up;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.RestorePoints;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.data.StackState.PortMap;
import io.crowdlake.stack.data.StateStore;
import io.crowdlake.stack.install.Build;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.PostgresInstall;
import io.crowdlake.stack.part.FlinkCluster;
import io.crowdlake.stack.part.FrameEntrance;
import io.crowdlake.stack.part.IotHub;
import io.crowdlake.stack.part.JobConfiguration;
import io.crowdlake.stack.part.KafkaBroker;
import io.crowdlake.stack.part.LakeMigrations;
import io.crowdlake.stack.part.LakeViews;
import io.crowdlake.stack.part.PostgresServer;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.part.StackJob;
import io.crowdlake.stack.part.TrinoServer;
import io.crowdlake.stack.process.ManagedProcess;
import io.crowdlake.stack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Broker, catalog, cluster with the job, and query engine: started in the order in which each needs the other, stopped in the opposite
 * one. The cameras come on top.
 */
final class LocalStack {

    private static final Duration SAVEPOINT = Duration.ofSeconds(60);

    private final UpSettings settings;
    private final DataFolder data;
    private final Checkout checkout;
    private final CacheFolder cache;
    private final Console console;
    private final StateStore state;
    private final Secrets secrets;
    private final Supervisor supervisor;

    private KafkaBroker kafka;
    private IotHub hub;
    private PostgresServer postgres;
    private FlinkCluster flink;
    private TrinoServer trino;
    private StackJob job;

    /** A stack over a data folder whose lock the caller holds. */
    LocalStack(
            UpSettings settings,
            Checkout checkout,
            CacheFolder cache,
            Console console,
            StateStore state,
            Supervisor supervisor) {
        this.settings = settings;
        this.data = settings.data();
        this.checkout = checkout;
        this.cache = cache;
        this.console = console;
        this.state = state;
        this.secrets = new Secrets(data);
        this.supervisor = supervisor;
    }

    /** Starts everything; throws StackException when a part does not come up. Call {@link #stop()} in any case. */
    void start(QueryEngine queryEngine) throws InterruptedException {
        Path postgresProgram = PostgresInstall.ensure(cache, Build.postgresVersion());
        StackPorts ports = StackPorts.claim(settings.ports(), settings.trino());
        PortMap known = ports.known();
        trino = settings.trino() ? prepareTrino(queryEngine, known.trino()) : null;
        PortMap used = new PortMap(known.kafka(), known.postgres(), known.flink(), trino == null ? 0 : known.trino());
        state.update(before -> before.withRunning(used, before.processes()));

        kafka = new KafkaBroker(data, secrets, known.kafka());
        postgres = new PostgresServer(data, secrets, postgresProgram, known.postgres());
        flink = new FlinkCluster(data, checkout.flinkClasspath(), cache, known.flink(), ports.flinkRpc());
        kafka.start(supervisor, ports.kafkaController(), checkout.stackClasspath());
        postgres.start(supervisor);
        flink.start(supervisor);
        awaitCatalog();
        awaitBroker();
        startHub();
        awaitCluster();
        submitJob();
        if (trino != null) {
            // Its start takes longest, and nothing that counts people waits for it.
            trino.start(supervisor, postgres.jdbcUri());
        }
        awaitJob();
    }

    private TrinoServer prepareTrino(QueryEngine queryEngine, int port) throws InterruptedException {
        Optional<TrinoServer> server = queryEngine.prepare(data, secrets, port);
        if (server.isEmpty()) {
            console.line(QueryEngine.MISSING_JAVA + "; going on without Trino");
        }
        return server.orElse(null);
    }

    private void awaitCatalog() throws InterruptedException {
        try (Step step = console.step("PostgreSQL")) {
            postgres.awaitReady();
            step.done(postgres.jdbcUri());
        }
        try (Step step = console.step("Lake")) {
            int applied = LakeMigrations.migrate(catalog()).applied().size();
            step.done(
                    (applied == 0 ? "tables up to date in " : applied + " migrations applied in ") + data.warehouse());
        }
    }

    private void awaitBroker() throws InterruptedException {
        try (Step step = console.step("Kafka")) {
            kafka.awaitReady();
            kafka.createTopics();
            step.done(kafka.bootstrapServers());
        }
    }

    /** Cameras sign in there, and not at the broker, where that was asked for. */
    private void startHub() throws InterruptedException {
        if (settings.hubAddress().isPresent()) {
            IotHub next = new IotHub(
                    data,
                    secrets,
                    settings.hubAddress().get(),
                    settings.cameras().deviceIds());
            startHub(next);
        }
    }

    /** Starts a hub in front of the broker. */
    void startHub(IotHub next) throws InterruptedException {
        try (Step step = console.step("Hub")) {
            next.start(supervisor, kafka.bootstrapServers(), checkout.stackClasspath());
            hub = next;
            hub.awaitReady();
            step.done(hub.endpoint());
        }
    }

    private void awaitCluster() throws InterruptedException {
        try (Step step = console.step("Flink")) {
            flink.awaitReady();
            step.done("web UI " + flink.rest().webInterface());
        }
    }

    /** Hands the job to the cluster; it goes on where it stood. */
    void submitJob() throws InterruptedException {
        try (Step step = console.step("Job")) {
            Optional<String> restorePoint = RestorePoints.newest(data, state.get());
            Map<String, String> options = new HashMap<>(entrance().jobOptions());
            options.putAll(settings.jobOptions());
            Path configuration = JobConfiguration.write(data, secrets, kafka, postgres, options);
            String id = flink.submit(
                    supervisor,
                    checkout.jobJar(),
                    JobConfiguration.MAIN_CLASS,
                    configuration,
                    restorePoint.orElse(null));
            job = new StackJob(flink.rest(), id);
            step.done(
                    restorePoint.map(from -> "submitted, to go on from " + from).orElse("submitted"));
        }
    }

    /** Waits until every task of the job runs. */
    void awaitJob() throws InterruptedException {
        try (Step step = console.step("Job")) {
            job.awaitRunning(step);
            step.done("runs");
        }
    }

    /** Waits until the lake can be queried; there is a Trino to wait for. */
    void awaitQueries() throws InterruptedException {
        trino.awaitReady();
        LakeViews.apply(catalog(), trino);
    }

    /** The query engine, which may still be starting; empty without it. */
    Optional<TrinoServer> trino() {
        return Optional.ofNullable(trino);
    }

    /** Where cameras send to. */
    FrameEntrance entrance() {
        return hub == null ? kafka : hub;
    }

    boolean hasHub() {
        return hub != null;
    }

    DataFolder data() {
        return data;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    FlinkCluster flink() {
        return flink;
    }

    StackJob job() {
        return job;
    }

    CatalogSettings catalog() {
        return LakeMigrations.settings(data, secrets, postgres);
    }

    /** How {@code crowd query} must be told of this data folder. */
    String dataOption() {
        return data.root().equals(Path.of(".crowdlake").toAbsolutePath()) ? "" : " --data " + data.root();
    }

    /** Throws StackException when a part has died or the job has failed for good. */
    void requireHealth() throws InterruptedException {
        Optional<ManagedProcess> dead = supervisor.dead();
        if (dead.isPresent()) {
            throw new StackException(dead.get().obituary());
        }
        job.requireHope();
    }

    /** After something has gone wrong: saves what the job knows if all that it needs is still there. */
    void stopJobIfPossible() throws InterruptedException {
        boolean queriesOnly =
                supervisor.dead().isEmpty() || supervisor.dead().get().name().equals("trino");
        if (job != null && queriesOnly) {
            try {
                stopJob();
            } catch (StackException e) {
                console.line(e.getMessage());
            }
        }
    }

    /** Stops the job so that the next start goes on exactly where it stood; throws StackException when that is not possible. */
    void stopJob() throws InterruptedException {
        try (Step step = console.step("Job")) {
            step.update("stopping with a savepoint");
            String savepoint = flink.rest().stopWithSavepoint(job.id(), SAVEPOINT);
            state.update(before -> before.withSavepoint(savepoint));
            RestorePoints.keepOnly(data, savepoint);
            step.done("stopped with a savepoint");
        }
    }

    /** Ends whatever runs. */
    void stop() {
        if (trino != null) {
            trino.stop();
        }
        if (flink != null) {
            flink.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        if (hub != null) {
            hub.stop();
        }
        if (kafka != null) {
            kafka.stop();
        }
        state.update(before -> before.stopped());
    }
}
