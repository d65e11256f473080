package io.crowdlake.stack.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds an installed Java that is new enough. Looks at {@code TRINO_JAVA_HOME}, then {@code JAVA_HOME}, then in the folders in which
 * Javas are usually installed.
 */
public final class JavaHomes {

    private static final Pattern MAJOR = Pattern.compile("\"?(\\d+)");

    private final Map<String, String> environment;
    private final List<Path> folders;

    public JavaHomes(Map<String, String> environment, List<Path> folders) {
        this.environment = Map.copyOf(environment);
        this.folders = List.copyOf(folders);
    }

    /** The Javas of this machine. */
    public static JavaHomes ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home"));
        return new JavaHomes(
                System.getenv(),
                List.of(
                        Path.of("/usr/lib/jvm"),
                        home.resolve(".sdkman/candidates/java"),
                        home.resolve(".jdks"),
                        Path.of("/opt")));
    }

    /** A Java of at least the given major version: the one that a variable names, else the oldest installed that is new enough. */
    public Optional<Path> atLeast(int major) {
        for (String variable : List.of("TRINO_JAVA_HOME", "JAVA_HOME")) {
            Path named = Path.of(environment.getOrDefault(variable, ""));
            if (majorVersion(named) >= major) {
                return Optional.of(named);
            }
        }
        return folders.stream()
                .flatMap(folder -> children(folder).stream())
                .filter(home -> majorVersion(home) >= major)
                .min(Comparator.comparingInt(JavaHomes::majorVersion).thenComparing(Path::toString));
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, Files::isDirectory)) {
                stream.forEach(children::add);
            } catch (IOException e) {
                // A folder that we may not list holds no Java that we may run.
                return List.of();
            }
        }
        return children;
    }

    /** Read from the {@code release} file that every Java brings; 0 where there is no Java. */
    private static int majorVersion(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java")) || home.toString().isEmpty()) {
            return 0;
        }
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return 0;
        }
        Matcher matcher = MAJOR.matcher(release.getProperty("JAVA_VERSION", ""));
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
