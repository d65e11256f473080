package io.crowdlake.lake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Iceberg files in folders of this machine, without Hadoop. A location keeps the form in which it came ({@code file:///data/...}): it is
 * written into the table's metadata, where Flink and Trino read it.
 */
public final class LocalFileIO implements FileIO {

    private static final long serialVersionUID = 1L;

    @Override
    public InputFile newInputFile(String location) {
        return new LocalInput(location, org.apache.iceberg.Files.localInput(toFile(location)));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new LocalOutput(location, toFile(location));
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(toFile(location).toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + location, e);
        }
    }

    private static File toFile(String location) {
        // Not through URI alone: partition folders hold characters that a URI would have to escape.
        if (location.startsWith("file:")) {
            return new File(location.substring("file:".length()).replaceFirst("^/+", "/"));
        }
        if (location.startsWith("/")) {
            return new File(location);
        }
        throw new IllegalArgumentException(location + " is no file on this machine, must start with file:/");
    }

    private record LocalInput(String location, InputFile file) implements InputFile {
        @Override
        public long getLength() {
            return file.getLength();
        }

        @Override
        public SeekableInputStream newStream() {
            return file.newStream();
        }

        @Override
        public boolean exists() {
            return file.exists();
        }
    }

    private record LocalOutput(String location, File file) implements OutputFile {
        @Override
        public PositionOutputStream create() {
            return inFolder().create();
        }

        @Override
        public PositionOutputStream createOrOverwrite() {
            return inFolder().createOrOverwrite();
        }

        @Override
        public InputFile toInputFile() {
            return new LocalInput(location, org.apache.iceberg.Files.localInput(file));
        }

        /** Iceberg's own way of making the folder fails when another writer makes it at the same time. */
        private OutputFile inFolder() {
            try {
                Files.createDirectories(file.toPath().getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make the folder of " + location, e);
            }
            return org.apache.iceberg.Files.localOutput(file);
        }
    }
}
