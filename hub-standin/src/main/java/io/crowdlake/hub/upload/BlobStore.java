package io.crowdlake.hub.upload;

import io.crowdlake.hub.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One container of blobs in a folder that only its owner can read. A blob goes after a day, as the rule of a real container has to say. */
final class BlobStore {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    /** No part of a name may lead out of the folder. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Path folder;
    private final Clock clock;
    private Instant swept;

    BlobStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.swept = clock.instant();
    }

    /** Whether a blob may have this name: letters, digits, points and dashes between slashes. */
    static boolean isName(String name) {
        return name.length() <= 1024
                && !name.isEmpty()
                && Stream.of(name.split("/", -1))
                        .allMatch(part -> PART.matcher(part).matches());
    }

    /** Writes or replaces a blob; IllegalArgumentException for a name that may not be. */
    void put(String name, byte[] content) throws IOException {
        if (!isName(name)) {
            throw new IllegalArgumentException("no blob may have this name");
        }
        PrivateFile.write(folder.resolve(name), content);
        sweepNowAndThen();
    }

    private synchronized void sweepNowAndThen() throws IOException {
        Instant now = clock.instant();
        if (Duration.between(swept, now).compareTo(BETWEEN_SWEEPS) >= 0) {
            swept = now;
            sweep(now.minus(KEPT));
        }
    }

    private void sweep(Instant before) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            deleteIfOlder(file, before);
        }
    }

    private static void deleteIfOlder(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // the name of a blob that was being written
            return;
        }
    }
}
