package io.crowdlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileIOTest {

    @TempDir
    private Path folder;

    private final LocalFileIO io = new LocalFileIO();

    @ParameterizedTest
    @ValueSource(strings = {"file://", "file:", ""})
    void aFileIsWrittenAndReadUnderTheLocationThatItWasGiven(String scheme) throws IOException {
        String location = scheme + folder + "/data/day=2026-05-01/a file %20+.avro";
        OutputFile output = io.newOutputFile(location);
        try (PositionOutputStream stream = output.create()) {
            stream.write("some text".getBytes(StandardCharsets.UTF_8));
        }

        InputFile input = io.newInputFile(location);
        assertThat(output.location()).isEqualTo(location);
        assertThat(output.toInputFile().location()).isEqualTo(location);
        assertThat(input.location()).isEqualTo(location);
        assertThat(input.exists()).isTrue();
        assertThat(input.getLength()).isEqualTo(9);
        try (var stream = input.newStream()) {
            stream.seek(5);
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("text");
        }
        assertThat(Files.readString(folder.resolve("data/day=2026-05-01/a file %20+.avro")))
                .isEqualTo("some text");
    }

    @Test
    void whatIsThereIsNotOverwrittenUnlessAsked() throws IOException {
        String location = "file://" + folder + "/a";
        io.newOutputFile(location).create().close();

        assertThatThrownBy(() -> io.newOutputFile(location).create()).isInstanceOf(AlreadyExistsException.class);
        io.newOutputFile(location).createOrOverwrite().close();
        assertThat(io.newInputFile(location).exists()).isTrue();
    }

    @Test
    void aFileCanBeDeletedTwice() throws IOException {
        String location = "file://" + folder + "/a";
        io.newOutputFile(location).create().close();

        io.deleteFile(location);
        io.deleteFile(location);

        assertThat(io.newInputFile(location).exists()).isFalse();
        assertThatThrownBy(() -> io.newInputFile(location).newStream()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherSchemeIsRefused() {
        assertThatThrownBy(() -> io.newInputFile("abfss://lake@account/x"))
                .hasMessage("abfss://lake@account/x is no file on this machine, must start with file:/");
    }
}
