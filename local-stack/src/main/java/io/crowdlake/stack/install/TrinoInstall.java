package io.crowdlake.stack.install;

import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import io.crowdlake.stack.data.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches the Trino server and its Iceberg connector on first need; together they are too large to belong to every build. */
public final class TrinoInstall {

    /** Major version of Java that the server needs. */
    public static final int JAVA_VERSION = 24;

    /** The two archives and what they unpack to. */
    private static final long SPACE_BYTES = 2_000_000_000;

    private final CacheFolder cache;
    private final Maven maven;
    private final Console console;

    public TrinoInstall(CacheFolder cache, Maven maven, Console console) {
        this.cache = cache;
        this.maven = maven;
        this.console = console;
    }

    /** The folder of the server, fetched first where it is missing. */
    public Path ensure() throws InterruptedException {
        String name = "trino-" + Build.trinoVersion();
        if (cache.has(name)) {
            return cache.root().resolve(name);
        }
        try (Step step = console.step("Trino")) {
            Path folder = cache.ensure(name, partial -> install(partial, step));
            step.done("unpacked to " + folder);
            return folder;
        }
    }

    private void install(Path folder, Step step) throws IOException, InterruptedException {
        DataFolder.requireSpace(folder, SPACE_BYTES, "CROWDLAKE_CACHE");
        Path download = Files.createDirectory(folder.resolve("download"));
        Path server = fetch("trino-server-core", "tar.gz", download, step);
        try (InputStream in = Files.newInputStream(server)) {
            long size = Files.size(server);
            ArchiveUnpacker.tarGz(in, folder, 1, read -> step.update("unpacking the server " + megabytes(read, size)));
        }
        Path connector = fetch("trino-iceberg", "zip", download, step);
        try (InputStream in = Files.newInputStream(connector)) {
            long size = Files.size(connector);
            ArchiveUnpacker.zip(
                    in,
                    folder.resolve("plugin/iceberg"),
                    1,
                    read -> step.update("unpacking the Iceberg connector " + megabytes(read, size)));
        }
        CacheFolder.deleteTree(download);
    }

    private Path fetch(String artifact, String type, Path folder, Step step) throws IOException, InterruptedException {
        step.update("fetching " + artifact);
        maven.copy(
                "io.trino:" + artifact + ":" + Build.trinoVersion() + ":" + type,
                folder,
                line -> step.update("fetching " + artifact + ", once only: " + line));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, artifact + "-*")) {
            return found.iterator().next();
        }
    }

    private static String megabytes(long read, long size) {
        return read / 1_000_000 + " of " + size / 1_000_000 + " MB";
    }
}
