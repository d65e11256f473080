package io.crowdlake.stack.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomesTest {

    @TempDir
    Path folder;

    @Test
    void takesTheOldestInstalledThatIsNewEnough() throws IOException {
        java("jdk-17", "17.0.15");
        java("jdk-26", "26");
        Path wanted = java("jdk-25", "25.0.1");

        assertThat(homes(Map.of()).atLeast(24)).contains(wanted);
    }

    @Test
    void aVariableThatNamesOneGoesFirst() throws IOException {
        java("jdk-24", "24.0.2");
        Path named = java("elsewhere", "27-ea");
        Path home = java("home", "26");

        assertThat(homes(Map.of("TRINO_JAVA_HOME", named.toString(), "JAVA_HOME", home.toString()))
                        .atLeast(24))
                .contains(named);
        assertThat(homes(Map.of("JAVA_HOME", home.toString())).atLeast(24)).contains(home);
    }

    @Test
    void aVariableThatNamesAnOldOneIsPassedOver() throws IOException {
        Path old = java("jdk-17", "17.0.15");
        Path wanted = java("jdk-25", "25.0.1");

        assertThat(homes(Map.of("JAVA_HOME", old.toString())).atLeast(24)).contains(wanted);
    }

    @Test
    void whatIsNoJavaIsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Path broken = java("broken", "25");
        Files.delete(broken.resolve("release"));
        Path nothingToRun = java("documentation", "25");
        Files.delete(nothingToRun.resolve("bin/java"));
        java("java-8", "1.8.0_402");

        assertThat(homes(Map.of()).atLeast(24)).isEmpty();
        assertThat(homes(Map.of("TRINO_JAVA_HOME", "/no/such/folder")).atLeast(24))
                .isEmpty();
    }

    private JavaHomes homes(Map<String, String> environment) {
        return new JavaHomes(environment, List.of(folder, folder.resolve("not-there")));
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"someone\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
