package io.crowdlake.stack.install;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * Unpacked programs that every data folder shares. A program appears under its name only once it is complete, so a broken download or an
 * interrupted unpacking is simply done again.
 *
 * @param root {@code CROWDLAKE_CACHE}, else {@code crowdlake} in {@code XDG_CACHE_HOME} or {@code ~/.cache}
 */
public record CacheFolder(Path root) {

    /** Puts a program into an empty folder. */
    @FunctionalInterface
    public interface Installer {
        void installInto(Path folder) throws IOException, InterruptedException;
    }

    /** The folder that the environment names. */
    public static CacheFolder of(Map<String, String> environment) {
        String own = environment.getOrDefault("CROWDLAKE_CACHE", "");
        if (!own.isBlank()) {
            return new CacheFolder(Path.of(own).toAbsolutePath());
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = shared.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
        return new CacheFolder(caches.toAbsolutePath().resolve("crowdlake"));
    }

    public boolean has(String name) {
        return Files.isDirectory(root.resolve(name));
    }

    /** The folder of a complete program, installed first where it is missing. */
    public Path ensure(String name, Installer installer) throws InterruptedException {
        Path complete = root.resolve(name);
        if (Files.isDirectory(complete)) {
            return complete;
        }
        try {
            Files.createDirectories(root);
            Path partial = Files.createTempDirectory(root, "." + name + ".partial-");
            try {
                installer.installInto(partial);
                moveUnlessPresent(partial, complete);
            } finally {
                deleteTree(partial);
            }
            return complete;
        } catch (IOException | UncheckedIOException e) {
            throw new StackException(
                    "cannot unpack " + name + " into " + root + " (" + e.getMessage()
                            + "): make room there, or name another folder in CROWDLAKE_CACHE",
                    e);
        }
    }

    private static void moveUnlessPresent(Path partial, Path complete) throws IOException {
        try {
            Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Someone else has been faster; theirs is as good.
            if (!Files.isDirectory(complete)) {
                throw e;
            }
        }
    }

    /** Deletes a folder with all that is in it; nothing where there is none. What someone else deletes meanwhile is as well gone. */
    public static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new DeletingVisitor());
        }
    }

    /** Files first, then their folder; Flink may be deleting an old checkpoint in the same tree. */
    private static final class DeletingVisitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return goneOr(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                return goneOr(failure);
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }

        private static FileVisitResult goneOr(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
