package io.crowdlake.inference.bundle;

import java.io.IOException;
import java.io.InputStream;

/**
 * A place that bundles can be read from. Folders, .zip files and the class path are built in; others, such as Flink's file systems, are
 * found by {@link java.util.ServiceLoader} under this interface's name.
 */
public interface BundleSource {

    /** Whether URIs of a scheme, such as {@code abfss}, are read here. The first source that says yes is asked. */
    boolean reads(String scheme);

    /**
     * Opens one file.
     *
     * @param uri of the file itself, that is, the bundle's with the file name appended for a folder
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} when there is no such file
     */
    InputStream open(String uri) throws IOException;
}
