package io.crowdlake.evaluation.labels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with labels for tests. */
final class Folders {

    private Folders() {}

    static Path with(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
