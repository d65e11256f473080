package io.crowdlake.device.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that is killed in the middle of its work has lost nothing that it had taken. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SpoolKillTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void everyFrameThatWasTakenIsThereAfterAKill() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = -1;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (last < 200) {
                last = Long.parseLong(lines.readLine());
            }
            // SIGKILL, which nobody can prepare for
            writer.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                // the last number may have lost its end
                last = Math.max(last, Long.parseLong(line));
            }
        }
        writer.waitFor();

        try (Spool spool = Spool.open("door", folder, SpoolLimits.DEFAULT, Clock.systemUTC())) {
            List<Spool.Waiting> waiting = spool.read(0, Integer.MAX_VALUE);
            assertThat(waiting.size()).isBetween((int) last + 1, (int) last + 3);
            for (int i = 0; i < waiting.size(); i++) {
                assertThat(waiting.get(i).frame().sequence()).isEqualTo(i);
            }
        }
    }
}
