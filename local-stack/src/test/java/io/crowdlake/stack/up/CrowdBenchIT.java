package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.stack.install.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./crowd} as it is started by hand, with its own class path: a benchmark needs modules that no other command does. */
class CrowdBenchIT {

    @TempDir
    Path temporary;

    @Test
    void countsPeopleOfADrawnScene() throws Exception {
        String[] arguments = {
            "bench",
            "counting",
            "--boxes",
            "perfect",
            "--scene",
            "sparse",
            "--rate",
            "5",
            "--scenes",
            "1",
            "--seconds",
            "60"
        };
        assertThat(output(arguments)).contains("1 scenes of 60 s each", "sparse", "perfect", "IDF1");
    }

    @Test
    void countsAnalysesOnAClusterInsideItsJvm() throws Exception {
        String[] arguments = {
            "bench",
            "windows",
            "--cameras",
            "5,20",
            "--warm-up",
            "0",
            "--analyses",
            "1000",
            "--rounds",
            "2",
            "--checkpoint",
            "1",
            "--heap",
            "512"
        };
        assertThat(output(arguments))
                .contains("2 rounds of at least 1,000", "growth  an analysis of one of 20 cameras");
    }

    private String output(String... arguments) throws Exception {
        try (CrowdProcess crowd = CrowdProcess.start(
                new Checkout(Path.of("..").toAbsolutePath().normalize()), temporary.resolve("bench.log"), arguments)) {
            assertThat(crowd.await(Duration.ofMinutes(3))).as(crowd.output()).isZero();
            return crowd.output();
        }
    }
}
