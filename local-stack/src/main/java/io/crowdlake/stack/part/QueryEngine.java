package io.crowdlake.stack.part;

import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.Secrets;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.install.JavaHomes;
import io.crowdlake.stack.install.Maven;
import io.crowdlake.stack.install.TrinoInstall;
import java.nio.file.Path;
import java.util.Optional;

/** Puts together what Trino needs: its program, fetched on first need, and a Java that is new enough for it. */
public final class QueryEngine {

    /** What to do where no Java is new enough. */
    public static final String MISSING_JAVA = "Trino needs JDK " + TrinoInstall.JAVA_VERSION
            + " or newer and none was found: install one (such as Temurin 25) or name it in TRINO_JAVA_HOME";

    private final CacheFolder cache;
    private final Checkout checkout;
    private final Console console;
    private final JavaHomes javaHomes;

    public QueryEngine(CacheFolder cache, Checkout checkout, Console console, JavaHomes javaHomes) {
        this.cache = cache;
        this.checkout = checkout;
        this.console = console;
        this.javaHomes = javaHomes;
    }

    /** A server for the given port; empty where no Java is new enough for it. */
    public Optional<TrinoServer> prepare(DataFolder data, Secrets secrets, int port) throws InterruptedException {
        Optional<Path> javaHome = javaHomes.atLeast(TrinoInstall.JAVA_VERSION);
        if (javaHome.isEmpty()) {
            return Optional.empty();
        }
        Path program = new TrinoInstall(cache, new Maven(checkout), console).ensure();
        return Optional.of(new TrinoServer(data, secrets, program, javaHome.get(), port));
    }
}
