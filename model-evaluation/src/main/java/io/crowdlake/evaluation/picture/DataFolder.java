package io.crowdlake.evaluation.picture;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the labelled files lie. Labels often name a file with the folder that it once lay in, and pictures often lie in {@code images/} beside
 * the labels: both are found.
 */
public final class DataFolder {

    private static final String PICTURES = "images";

    private final Path folder;

    public DataFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of a label; throws UnreadableException when it is nowhere. */
    public Path find(String label) throws UnreadableException {
        try {
            Path path = Path.of(label);
            Path name = path.getFileName() == null ? path : path.getFileName();
            for (Path candidate : List.of(path, name)) {
                for (Path place : List.of(folder, folder.resolve(PICTURES))) {
                    if (Files.isRegularFile(place.resolve(candidate))) {
                        return place.resolve(candidate);
                    }
                }
            }
        } catch (InvalidPathException e) {
            throw new UnreadableException("is no file name", e);
        }
        throw new UnreadableException("is missing");
    }
}
