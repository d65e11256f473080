package io.crowdlake.stack.install;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Unpacks the PostgreSQL server that lies in a jar on the class path. */
public final class PostgresInstall {

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private PostgresInstall() {}

    /** The folder of the server; the version, such as {@code 18.6.0}, is part of its name. */
    public static Path ensure(CacheFolder cache, String version) throws InterruptedException {
        return cache.ensure("postgres-" + version, folder -> {
            try (InputStream in = PostgresInstall.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new StackException(
                            "PostgreSQL is not on the class path for this machine; only Linux on x86-64 is");
                }
                unpack(in, folder);
            }
        });
    }

    private static void unpack(InputStream in, Path folder) throws IOException {
        ArchiveUnpacker.tarXz(in, folder);
    }
}
