package io.crowdlake.stack.data;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.install.CacheFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the job goes on: at the newest complete savepoint or checkpoint. A clean stop leaves its savepoint alone; after a crash
 * there are checkpoints that are newer.
 */
public final class RestorePoints {

    private static final String METADATA = "_metadata";

    private RestorePoints() {}

    /**
     * URI of the newest restore point; empty for a first start.
     *
     * @throws StackException when there should be one: starting without it would count everything again
     */
    public static Optional<String> newest(DataFolder folder, StackState state) {
        List<Path> candidates = new ArrayList<>(children(folder.savepoints()));
        children(folder.checkpoints()).forEach(job -> candidates.addAll(children(job)));
        Optional<Path> newest = candidates.stream()
                .filter(candidate -> Files.exists(candidate.resolve(METADATA)))
                .max(Comparator.comparing(RestorePoints::completedAt));
        if (newest.isEmpty() && state.savepoint() != null) {
            throw new StackException("the savepoint " + state.savepoint()
                    + " is gone: put it back, or start afresh in another folder with --data");
        }
        return newest.map(point -> point.toUri().toString());
    }

    private static FileTime completedAt(Path restorePoint) {
        try {
            return Files.getLastModifiedTime(restorePoint.resolve(METADATA));
        } catch (IOException e) {
            throw new StackException("cannot read " + restorePoint + ": " + e.getMessage(), e);
        }
    }

    /** Deletes what a new savepoint has made useless: it stands on its own. */
    public static void keepOnly(DataFolder folder, String savepoint) {
        Path kept = Path.of(URI.create(savepoint).getPath()).normalize();
        List<Path> candidates = new ArrayList<>(children(folder.checkpoints()));
        candidates.addAll(children(folder.savepoints()));
        for (Path candidate : candidates) {
            if (!candidate.equals(kept)) {
                delete(candidate);
            }
        }
    }

    private static void delete(Path folder) {
        try {
            CacheFolder.deleteTree(folder);
        } catch (IOException e) {
            throw new StackException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(children::add);
            } catch (IOException e) {
                throw new StackException("cannot list " + folder + ": " + e.getMessage(), e);
            }
        }
        return children;
    }
}
