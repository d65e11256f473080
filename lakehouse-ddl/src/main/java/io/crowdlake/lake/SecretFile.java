package io.crowdlake.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a password that must not stand in an argument or a configuration file: the first line of a file of its own. */
final class SecretFile {

    private SecretFile() {}

    static String read(Path file, String setting) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LakeException(
                    setting + " is " + file + ", which cannot be read ("
                            + e.getClass().getSimpleName() + "): name a file whose first line is the password",
                    e);
        }
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new LakeException(
                    setting + " is " + file + ", which is empty: write the password into its first line");
        }
        return lines.get(0).strip();
    }
}
