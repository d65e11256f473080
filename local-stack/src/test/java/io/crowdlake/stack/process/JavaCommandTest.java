package io.crowdlake.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    @Test
    void keepsClassPathAndSecretsOutOfTheArguments() {
        ProcessSpec spec = new JavaCommand(Path.of("/jdk"), "some.Main")
                .heap(256)
                .options(List.of("-XX:+UseSerialGC"))
                .property("key", "value")
                .classpath("a.jar:b.jar")
                .environment("PASSWORD", "secret")
                .arguments("--config", "file")
                .as("part", Path.of("part.log"));

        assertThat(spec.command())
                .startsWith("/jdk/bin/java")
                .containsSubsequence("-Xmx256m", "-XX:+UseSerialGC", "-Dkey=value", "some.Main", "--config", "file")
                .noneMatch(argument -> argument.contains("a.jar") || argument.contains("secret"));
        assertThat(spec.environment()).containsEntry("CLASSPATH", "a.jar:b.jar").containsEntry("PASSWORD", "secret");
    }
}
