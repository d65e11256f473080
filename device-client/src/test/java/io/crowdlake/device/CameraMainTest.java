package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void anUnknownOption() {
        assertThat(run("--sources", "x")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--sources");
    }

    private int run(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--bootstrap-servers";
        all[1] = "127.0.0.1:1";
        System.arraycopy(options, 0, all, 2, options.length);
        return CameraMain.commandLine().setErr(new PrintWriter(err, true)).execute(all);
    }
}
