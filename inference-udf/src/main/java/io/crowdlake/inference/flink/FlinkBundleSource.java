package io.crowdlake.inference.flink;

import io.crowdlake.inference.bundle.BundleSource;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.Path;

/** Bundles on any of Flink's file systems, such as {@code abfss://models@account.dfs.core.windows.net/faces}. */
public final class FlinkBundleSource implements BundleSource {

    @Override
    public boolean reads(String scheme) {
        return true;
    }

    @Override
    public InputStream open(String uri) throws IOException {
        try {
            return FileSystems.open(uri);
        } catch (NoClassDefFoundError e) {
            throw new IOException("only a Flink job reads its scheme; use a folder, a .zip file or classpath: here", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no URI of a file system: " + e.getMessage(), e);
        }
    }

    /** Apart, so that the class above can be loaded where there is no Flink. */
    private static final class FileSystems {

        static InputStream open(String uri) throws IOException {
            Path path = new Path(uri);
            return path.getFileSystem().open(path);
        }
    }
}
