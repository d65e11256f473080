package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who gives it something wrong: one line with the option and the remedy, and exit code 2. */
class CameraMainTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aMissingSource() {
        assertThat(run("--source", folder.resolve("nothing.mp4").toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--source: ", "nothing.mp4 does not exist: give a folder");
    }

    @Test
    void aSourceThatIsNoVideo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "this is no video\n".repeat(50));
        assertThat(run("--source", text.toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("notes.txt cannot be decoded");
    }

    @Test
    void wrongNumbers() {
        assertThat(run("--speed", "0")).isEqualTo(2);
        assertThat(run("--fps", "1000")).isEqualTo(2);
        assertThat(run("--cameras", "0")).isEqualTo(2);
        assertThat(run("--duration", "ninety")).isEqualTo(2);
        assertThat(run("--size", "10x10")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).contains("--speed is 0.0, must be above 0"),
                        line -> assertThat(line).contains("--fps is 1000.0, must be above 0 and at most 60"),
                        line -> assertThat(line).contains("--cameras is 0: ask for at least one"),
                        line -> assertThat(line).contains("--duration", "'ninety' is no time: write it like 90s"),
                        line -> assertThat(line).contains("--size", "'10x10' is no size"));
    }

    @Test
    void aConnectionStringThatIsNotThere() {
        assertThat(run("--connection-string-file", folder.resolve("secret").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--connection-string-file: ", "secret cannot be read");
    }

    @Test
    void anAddressThatIsNone() {
        int code = CameraMain.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("--bootstrap-servers", "broker", "--cameras", "1");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--bootstrap-servers is broker, must be host:port");
    }

    @Test
    void aWayThatIsNone() {
        assertThat(run("--transport", "pigeon")).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("--transport", "'pigeon' is no way: write inline, reference or edge");
    }

    @Test
    void settingsThatAreWrong() throws IOException {
        Path file = folder.resolve("settings.json");
        assertThat(run("--settings", file.toString())).isEqualTo(2);
        Files.writeString(file, "{\"quality\": 300}");
        assertThat(run("--settings", file.toString())).isEqualTo(2);
        Files.writeString(file, "{\"qualty\": 30}");
        assertThat(run("--settings", file.toString())).isEqualTo(2);
        assertThat(run("--motion-threshold", "2")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("--settings: " + file + " must be a readable file"),
                        line -> assertThat(line)
                                .contains(file + ": quality is 300, must be a whole number from 10 to 100"),
                        line -> assertThat(line).contains(file + ": qualty is unknown, must be one of enabled"),
                        line -> assertThat(line)
                                .contains("--motion-threshold is 2.0, must be a share from 0 (off) to 1"));
    }

    @Test
    void twoWaysAtOnceOrNone() {
        assertThat(run("--hub", folder.toString())).isEqualTo(2);
        assertThat(execute("--cameras", "1")).isEqualTo(2);
        assertThat(err.toString().lines().toList()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("--hub and --bootstrap-servers are two ways for frames"));
    }

    @Test
    void aCameraWithoutAConnectionString() throws IOException {
        Files.writeString(folder.resolve("camera-1"), "HostName=127.0.0.1;DeviceId=camera-2;SharedAccessKey=YQ==");
        assertThat(execute("--hub", folder.toString(), "--cameras", "1")).isEqualTo(2);
        Files.writeString(folder.resolve("camera-1"), "HostName=127.0.0.1;DeviceId=camera-1;SharedAccessKey=YQ==");
        assertThat(execute("--hub", folder.toString(), "--cameras", "2")).isEqualTo(2);
        assertThat(execute("--hub", folder.resolve("camera-1").toString(), "--cameras", "2"))
                .isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("camera-1 holds the connection string of camera-2"),
                        line -> assertThat(line).contains("has no file camera-2: register that camera at the hub"),
                        line -> assertThat(line).contains("camera-1 is the file of one camera, there are 2"))
                .noneMatch(line -> line.contains("YQ=="));
    }

    @Test
    void aProtocolThatIsNone() {
        assertThat(execute("--hub", folder.toString(), "--hub-protocol", "pigeon"))
                .isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains(
                        "--hub-protocol",
                        "'pigeon' is no protocol of a hub: write MQTT, MQTT_WS, AMQPS, AMQPS_WS or HTTPS");
    }

    @Test
    void filesForTlsThatAreNone() throws IOException {
        Path identity = Files.writeString(folder.resolve("door"), "HostName=127.0.0.1;DeviceId=door;x509=true");
        Path text = Files.writeString(folder.resolve("text"), "no certificate");
        String[] hub = {"--hub", identity.toString(), "--cameras", "1"};
        assertThat(execute(hub)).isEqualTo(2);
        assertThat(execute(with(hub, "--hub-certificate", text.toString()))).isEqualTo(2);
        assertThat(execute(with(hub, "--hub-certificate", text.toString(), "--hub-key", text.toString())))
                .isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("says x509=true: give the certificate with --hub-certificate"),
                        line -> assertThat(line).contains("--hub-certificate and --hub-key belong together"),
                        line -> assertThat(line).contains("--hub-certificate: ", "must hold certificates in PEM"));
    }

    @Test
    void anUnknownOption() {
        assertThat(run("--sources", "x")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--sources");
    }

    private int run(String... options) {
        return execute(with(new String[] {"--bootstrap-servers", "127.0.0.1:1"}, options));
    }

    private int execute(String... options) {
        return CameraMain.commandLine().setErr(new PrintWriter(err, true)).execute(options);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
