package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** What a technician installs fits the program, and the page tells all of it. */
class PackagingTest {

    private static final Path UNIT = Path.of("packaging/crowdlake-camera@.service");
    private static final Path CONTAINER = Path.of("packaging/Containerfile");
    private static final Path PAGE = Path.of("../docs/device-client.md");

    @TempDir
    Path folder;

    @Test
    void theUnitGivesTheCameraNoMoreThanItNeeds() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains(
                        "DynamicUser=yes",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "CapabilityBoundingSet=",
                        "DevicePolicy=closed",
                        "SystemCallFilter=@system-service",
                        "StateDirectoryMode=0700",
                        "UMask=0077",
                        "Restart=always",
                        "LoadCredential=connection-string:/etc/crowdlake/credentials/%i")
                .noneMatch(line -> line.contains("SharedAccessKey"));
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void systemdHasNothingToSayAgainstTheUnit() throws Exception {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeThat(analyze).as("systemd on this machine").exists();
        // whether there is a Java on this machine is not the question
        Path copy = Files.writeString(
                folder.resolve(UNIT.getFileName()), Files.readString(UNIT).replace("/usr/bin/java", "/bin/true"));
        Process verify = new ProcessBuilder(analyze.toString(), "verify", "--man=no", copy.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(words.lines().filter(line -> line.contains("crowdlake-camera")))
                .as(words)
                .isEmpty();
    }

    @Test
    void bothStartTheProgramWithOptionsThatItHas() throws Exception {
        for (Path file : List.of(UNIT, CONTAINER)) {
            String text = Files.readString(file);
            assertThat(text).as(file.toString()).contains(CameraMain.class.getName());
            Matcher options = Pattern.compile("(?<=[\" ])--[a-z-]+").matcher(text);
            List<String> used = options.results().map(found -> found.group()).collect(Collectors.toList());
            used.removeAll(List.of("--now", "--system", "--no-create-home", "--groups"));
            assertThat(used).as(file.toString()).contains("--spool-dir");
            assertThat(optionNames()).as(file.toString()).containsAll(used);
        }
        assertThat(Files.readAllLines(CONTAINER)).contains("USER crowdlake");
    }

    @Test
    void thePageTellsEveryOptionSettingAndMethod() throws IOException {
        String page = Files.readString(PAGE);
        for (String option : optionNames()) {
            if (!List.of("--help", "--version").contains(option)) {
                assertThat(page).contains("`" + option + "`");
            }
        }
        CameraControl control = new CameraControl(new LiveConfiguration());
        for (String unknown : List.of(
                reason(control.configure(Map.of("unknown", 1), 1).get("unknown")),
                String.valueOf(control.call("unknown", Map.of()).payload().get("message")))) {
            for (String name : unknown.replaceFirst(".*must be one of ", "").split(", ")) {
                assertThat(page).as(unknown).contains("| `" + name + "` |");
            }
        }
    }

    private static String reason(Object report) {
        return String.valueOf(((Map<?, ?>) report).get("ad"));
    }

    private static List<String> optionNames() {
        return CameraMain.commandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }
}
