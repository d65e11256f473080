package io.crowdlake.stack.install;

import io.crowdlake.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fetches artifacts with the person's own Maven, so that their mirrors, proxies and local repository hold. */
public final class Maven {

    private final Checkout checkout;
    private final List<String> command;

    public Maven(Checkout checkout) {
        this.checkout = checkout;
        this.command = new ArrayList<>(List.of(System.getProperty("crowdlake.maven", "mvn")));
        String arguments = System.getenv().getOrDefault("MAVEN_ARGS", "").strip();
        if (!arguments.isEmpty()) {
            command.addAll(List.of(arguments.split("\\s+")));
        }
    }

    /** Copies an artifact, such as {@code g:a:version:type}, into a folder; hands on what Maven says of its progress. */
    public void copy(String artifact, Path folder, Consumer<String> progress) throws InterruptedException {
        List<String> call = new ArrayList<>(command);
        call.addAll(List.of(
                "--non-recursive",
                "--file",
                checkout.root().resolve("pom.xml").toString(),
                "-Dstyle.color=never",
                "org.apache.maven.plugins:maven-dependency-plugin:" + Build.dependencyPluginVersion() + ":copy",
                "-Dartifact=" + artifact,
                "-DoutputDirectory=" + folder));
        try {
            Process process = new ProcessBuilder(call)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String error = follow(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), progress);
            if (process.waitFor() != 0) {
                throw new StackException("Maven cannot fetch " + artifact + ": " + error);
            }
        } catch (IOException e) {
            throw new StackException("Maven cannot be started (" + e.getMessage() + "): install Maven 3.8 or newer", e);
        }
    }

    /** Reads to the end; answers the first line that tells of an error. */
    private static String follow(Reader output, Consumer<String> progress) throws IOException {
        String error = "";
        // A BufferedReader also ends a line at the carriage return with which Maven redraws its progress.
        try (BufferedReader lines = new BufferedReader(output)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Progress") || line.startsWith("Download")) {
                    progress.accept(line.strip());
                } else if (line.startsWith("[ERROR] ") && error.isEmpty()) {
                    error = line.substring("[ERROR] ".length());
                }
            }
        }
        return error;
    }
}
