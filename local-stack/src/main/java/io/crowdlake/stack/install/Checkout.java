package io.crowdlake.stack.install;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has put where.
 *
 * @param root folder of the repository
 */
public record Checkout(Path root) {

    /** The checkout from which {@code ./crowd} was started; the script says so in system property {@code crowdlake.home}. */
    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty("crowdlake.home", ".")).toAbsolutePath());
    }

    /** Class path of the command line, the broker and the cameras. */
    public String stackClasspath() {
        Path target = root.resolve("local-stack/target");
        return target.resolve("local-stack-" + Build.version() + ".jar") + ":" + read(target.resolve("classpath"));
    }

    /** What lies in a Flink cluster's lib folder. */
    public String flinkClasspath() {
        return read(root.resolve("flink-cluster/target/classpath"));
    }

    /** The job jar, the same that goes to any cluster. */
    public Path jobJar() {
        return root.resolve("flink-jobs/target/flink-jobs-" + Build.version() + ".jar");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException(file + " is missing: build it with mvn package, or start through ./crowd", e);
        }
    }
}
