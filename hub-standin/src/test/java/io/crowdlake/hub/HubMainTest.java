package io.crowdlake.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who gives it something wrong: one line with the option and the remedy, and exit code 2. */
class HubMainTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--mqtt-port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .hasLineCount(1)
                    .contains("port " + taken.getLocalPort() + " of 127.0.0.1 is taken", "another --address");
        }
    }

    @Test
    void wrongOptions() {
        assertThat(run("--messages-per-second", "0")).isEqualTo(2);
        assertThat(run("--connection-string-file", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(execute("--data", folder.toString(), "--bootstrap-servers", "nowhere"))
                .isEqualTo(2);
        assertThat(run("--colour", "red")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).contains("0.0 messages per second, must be above 0"),
                        line -> assertThat(line).contains("--connection-string-file is ", "none, which cannot be read"),
                        line -> assertThat(line).contains("--bootstrap-servers is nowhere, must be host:port"),
                        line -> assertThat(line).contains("--colour"));
    }

    private int run(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "--data";
        all[1] = folder.resolve("hub").toString();
        all[2] = "--bootstrap-servers=127.0.0.1:1";
        all[3] = "--admin-port=0";
        System.arraycopy(options, 0, all, 4, options.length);
        return execute(all);
    }

    private int execute(String... all) {
        return HubMain.commandLine().setErr(new PrintWriter(err, true)).execute(all);
    }
}
