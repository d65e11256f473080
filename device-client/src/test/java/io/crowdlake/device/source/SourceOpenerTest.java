package io.crowdlake.device.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceOpenerTest {

    private final SourceOpener opener = new SourceOpener(5);

    @TempDir
    Path folder;

    @Test
    void aFolderIsPlayedFileByFile() throws Exception {
        Files.writeString(folder.resolve("1.jpg"), "x");
        try (CameraSource source = opener.open(folder.toString())) {
            assertThat(source).isInstanceOf(JpegFolderSource.class);
            assertThat(source.framesPerSecond()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.mp4", "/dev/video99", "  ", "bad\0name"})
    void whatIsNotThereIsNamed(String source) {
        assertThatThrownBy(() -> opener.open(source))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(": give a folder, a file, an address or /dev/videoN");
    }

    @Test
    void anAddressWhereNobodyAnswersIsNamed() {
        assertThatThrownBy(() -> opener.open("http://127.0.0.1:1/live.mp4"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("http://127.0.0.1:1/live.mp4 cannot be decoded");
    }
}
