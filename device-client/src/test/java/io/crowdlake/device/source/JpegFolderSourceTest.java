package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegFolderSourceTest {

    @TempDir
    Path folder;

    @Test
    void givesFilesUnchangedInTheOrderOfTheirNames() throws Exception {
        Files.writeString(folder.resolve("b.jpg"), "no picture");
        Files.write(folder.resolve("a.jpg"), new byte[0]);
        Files.writeString(folder.resolve("c.txt"), "a text");
        Files.writeString(folder.resolve(".hidden"), "x");
        Files.createDirectory(folder.resolve("aa"));
        try (JpegFolderSource source = JpegFolderSource.open(folder, 4)) {
            CapturedFrame first = source.next().orElseThrow();
            CapturedFrame second = source.next().orElseThrow();
            CapturedFrame third = source.next().orElseThrow();

            assertThat(first.jpeg()).isEmpty();
            assertThat(second.jpeg()).asString().isEqualTo("no picture");
            assertThat(third.jpeg()).asString().isEqualTo("a text");
            assertThat(third.position()).isEqualTo(Duration.ofMillis(500));
            assertThat(source.next()).isEmpty();
            assertThat(source.length()).contains(Duration.ofMillis(750));
        }
    }

    @Test
    void anEmptyOrUnreadableFolderIsNamed() throws IOException {
        assertThatThrownBy(() -> JpegFolderSource.open(folder, 5))
                .hasMessageContaining("has no files: put JPEGs into it");
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> JpegFolderSource.open(file, 5)).hasMessageContaining("cannot be read");
    }
}
