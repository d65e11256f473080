package io.crowdlake.stack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BuildTest {

    @Test
    void knowsWhatTheBuildHasFilledIn() {
        assertThat(Build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Build.trinoVersion()).matches("\\d+");
        assertThat(Build.postgresVersion()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Build.dependencyPluginVersion()).matches("[\\d.]+");
        assertThat(Build.flinkOptions())
                .contains("--add-opens=java.base/java.nio=ALL-UNNAMED")
                .allMatch(option -> option.startsWith("--add-opens="));
    }

    @Test
    void saysWhatToDoWhereNothingHasBeenBuilt() {
        Checkout checkout = new Checkout(Path.of("/no/checkout"));
        assertThatThrownBy(checkout::flinkClasspath)
                .hasMessageContaining("mvn package")
                .hasMessageContaining("./crowd");
    }
}
