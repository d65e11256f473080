package io.crowdlake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads folders of SQL files: file name to text, in the order of the names. */
final class SqlFiles {

    private SqlFiles() {}

    /** A folder beside this class, whether it lies in a directory or in a jar. */
    static SortedMap<String, String> onClasspath(String folder) {
        URL url = SqlFiles.class.getResource(folder);
        if (url == null) {
            throw new IllegalStateException("no folder " + folder + " beside " + SqlFiles.class.getName());
        }
        return at(url);
    }

    static SortedMap<String, String> at(URL url) {
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                Path file = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem files = FileSystems.newFileSystem(file)) {
                    return read(files.getPath("/", jar.getEntryName()));
                }
            }
            return read(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot read " + url, e);
        }
    }

    static SortedMap<String, String> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LakeException(
                    "migrations folder " + folder + " is not there: name a folder of V001__name.sql files");
        }
        try {
            return read(folder);
        } catch (IOException e) {
            throw new LakeException(
                    "migrations folder " + folder + " cannot be read (" + LakeException.reasonOf(e)
                            + "): check its permissions",
                    e);
        }
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".sql")).toList();
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
