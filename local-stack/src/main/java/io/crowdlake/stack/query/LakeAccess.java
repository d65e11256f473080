package io.crowdlake.stack.query;

import io.crowdlake.lake.CatalogSettings;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.DataFolderLock;
import io.crowdlake.stack.data.Leftovers;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.data.StackState;
import io.crowdlake.stack.data.StackState.PortMap;
import io.crowdlake.stack.data.StateStore;
import io.crowdlake.stack.install.Build;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.PostgresInstall;
import io.crowdlake.stack.part.LakeMigrations;
import io.crowdlake.stack.part.LakeViews;
import io.crowdlake.stack.part.PostgresServer;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.part.TrinoServer;
import io.crowdlake.stack.process.Ports;
import io.crowdlake.stack.process.Supervisor;
import java.time.Duration;
import java.util.Optional;

/** The lake of a data folder: reached through the stack that runs over it, or through parts started for the while. */
public final class LakeAccess implements AutoCloseable {

    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(10);

    private final DataFolder data;
    private final CacheFolder cache;
    private final Console console;
    private final Secrets secrets;
    private final DataFolderLock lock;

    private PostgresServer postgres;
    private TrinoServer trino;
    private Supervisor supervisor;
    private StateStore state;

    private LakeAccess(DataFolder data, CacheFolder cache, Console console, DataFolderLock lock) {
        this.data = data;
        this.cache = cache;
        this.console = console;
        this.secrets = new Secrets(data);
        this.lock = lock;
    }

    /** Access to the lake; close it also when the process is told to end. */
    public static LakeAccess open(DataFolder data, CacheFolder cache, Console console) {
        Optional<DataFolderLock> lock = DataFolderLock.tryAcquire(data.create());
        LakeAccess access = new LakeAccess(data, cache, console, lock.orElse(null));
        Runtime.getRuntime().addShutdownHook(new Thread(access::close, "lake-access-close"));
        return access;
    }

    /** The catalog, whose database is started first where no stack runs. */
    public synchronized CatalogSettings catalog() throws InterruptedException {
        return LakeMigrations.settings(data, secrets, postgres());
    }

    /** Port of Trino, which is started first where no stack runs. */
    public synchronized int trinoPort(QueryEngine queryEngine) throws InterruptedException {
        if (lock == null) {
            int port = runningPorts().trino();
            if (port == 0) {
                throw new StackException("the stack over " + data.root()
                        + " runs without Trino: stop it and query again, or start it without --no-trino");
            }
            return port;
        }
        if (trino == null) {
            startTrino(queryEngine);
        }
        return trino.port();
    }

    private PortMap runningPorts() {
        PortMap ports = StackState.read(data).ports();
        if (ports == null) {
            throw new StackException(
                    "another crowd is just starting or stopping over " + data.root() + ": try again soon");
        }
        return ports;
    }

    private PostgresServer postgres() throws InterruptedException {
        if (postgres == null && lock == null) {
            postgres = server(runningPorts().postgres());
        } else if (postgres == null) {
            startPostgres();
        }
        return postgres;
    }

    private PostgresServer server(int port) throws InterruptedException {
        return new PostgresServer(data, secrets, PostgresInstall.ensure(cache, Build.postgresVersion()), port);
    }

    private void startPostgres() throws InterruptedException {
        state = new StateStore(data);
        Leftovers.stop(Leftovers.find(state.get()), LEFTOVER_GRACE);
        state.update(StackState::stopped);
        supervisor = new Supervisor(state);
        try (Step step = console.step("PostgreSQL")) {
            postgres = server(freePort());
            postgres.start(supervisor);
            postgres.awaitReady();
            step.done(postgres.jdbcUri());
        }
    }

    private void startTrino(QueryEngine queryEngine) throws InterruptedException {
        TrinoServer server = queryEngine
                .prepare(data, secrets, freePort())
                .orElseThrow(() -> new StackException(QueryEngine.MISSING_JAVA));
        postgres();
        try (Step step = console.step("Trino")) {
            trino = server;
            LakeMigrations.migrate(catalog());
            trino.start(supervisor, postgres.jdbcUri());
            trino.awaitReady();
            LakeViews.apply(catalog(), trino);
            step.done("ready");
        }
    }

    private static int freePort() {
        try (Ports ports = new Ports()) {
            return ports.claimAny();
        }
    }

    /** Stops what was started for the while. */
    @Override
    public synchronized void close() {
        if (lock == null) {
            return;
        }
        if (trino != null) {
            trino.stop();
            trino = null;
        }
        if (supervisor != null) {
            postgres.stop();
            state.update(StackState::stopped);
            supervisor = null;
        }
        lock.close();
    }
}
