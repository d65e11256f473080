package io.crowdlake.inference.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Bundles on this machine's disks: plain paths and {@code file:} URIs. */
final class FileSource implements BundleSource {

    @Override
    public boolean reads(String scheme) {
        return scheme.isEmpty() || scheme.equals("file");
    }

    @Override
    public InputStream open(String uri) throws IOException {
        try {
            return Files.newInputStream(uri.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri));
        } catch (InvalidPathException e) {
            throw new IOException("it is no path: " + e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no file URI, which looks like file:///srv/models/faces", e);
        }
    }
}
