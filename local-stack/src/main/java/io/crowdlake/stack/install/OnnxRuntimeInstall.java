package io.crowdlake.stack.install;

import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.console.Step;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches onnxruntime on first need: only the baseline of a benchmark runs on it, and it is too large to belong to every build. */
public final class OnnxRuntimeInstall {

    private final CacheFolder cache;
    private final Maven maven;
    private final Console console;

    public OnnxRuntimeInstall(CacheFolder cache, Maven maven, Console console) {
        this.cache = cache;
        this.maven = maven;
        this.console = console;
    }

    /** Its jar, fetched first where it is missing. */
    public Path ensure() throws InterruptedException {
        String name = "onnxruntime-" + Build.onnxruntimeVersion();
        if (!cache.has(name)) {
            try (Step step = console.step("onnxruntime")) {
                String artifact = "com.microsoft.onnxruntime:onnxruntime:" + Build.onnxruntimeVersion();
                step.update("fetching " + artifact);
                cache.ensure(
                        name,
                        folder -> maven.copy(
                                artifact,
                                folder,
                                line -> step.update("fetching " + artifact + ", once only: " + line)));
                step.done("fetched to " + cache.root().resolve(name));
            }
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(cache.root().resolve(name), "*.jar")) {
            return found.iterator().next();
        } catch (IOException e) {
            throw new IllegalStateException(cache.root().resolve(name) + " cannot be listed", e);
        }
    }
}
