package io.crowdlake.inference.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of one bundle, whether they lie in a folder or in a .zip, here or elsewhere. */
abstract sealed class BundleFiles {

    /** More than any sensible network; a wrong path must not fill the memory. */
    static final int MAX_FILE_BYTES = 512 << 20;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");
    private static final List<BundleSource> BUILT_IN = List.of(new FileSource(), new ClasspathSource());

    /** The content of a file; throws FileNotFoundException or NoSuchFileException when it is not there. */
    abstract byte[] read(String file) throws IOException;

    static BundleFiles open(String uri) throws IOException {
        BundleSource source = source(scheme(uri));
        return uri.toLowerCase(Locale.ROOT).endsWith(".zip") ? new Zip(source.open(uri)) : new Folder(source, uri);
    }

    private static String scheme(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static BundleSource source(String scheme) throws IOException {
        for (BundleSource source : BUILT_IN) {
            if (source.reads(scheme)) {
                return source;
            }
        }
        for (BundleSource source : ServiceLoader.load(BundleSource.class, BundleSource.class.getClassLoader())) {
            if (source.reads(scheme)) {
                return source;
            }
        }
        throw new IOException("nothing reads " + scheme + ": here, use a folder, a .zip file or classpath:");
    }

    private static byte[] readAll(InputStream stream, String file) throws IOException {
        byte[] content = stream.readNBytes(MAX_FILE_BYTES + 1);
        if (content.length > MAX_FILE_BYTES) {
            throw new IOException(file + " is larger than " + MAX_FILE_BYTES + " bytes");
        }
        return content;
    }

    private static final class Folder extends BundleFiles {

        private final BundleSource source;
        private final String uri;

        Folder(BundleSource source, String uri) {
            this.source = source;
            this.uri = uri.endsWith("/") ? uri : uri + "/";
        }

        @Override
        byte[] read(String file) throws IOException {
            try (InputStream stream = source.open(uri + file)) {
                return readAll(stream, file);
            }
        }
    }

    /** A .zip, read once: its files may lie at the top or in one folder. */
    private static final class Zip extends BundleFiles {

        private final Map<String, byte[]> contents = new HashMap<>();

        Zip(InputStream stream) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(stream)) {
                long total = 0;
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        byte[] content = readAll(zip, entry.getName());
                        total += content.length;
                        if (total > MAX_FILE_BYTES) {
                            throw new IOException("it unpacks to more than " + MAX_FILE_BYTES + " bytes");
                        }
                        contents.put(entry.getName().replaceFirst(".*/", ""), content);
                    }
                }
            }
            if (contents.isEmpty()) {
                throw new IOException("it is no .zip file, or an empty one");
            }
        }

        @Override
        byte[] read(String file) throws IOException {
            byte[] content = contents.get(file);
            if (content == null) {
                throw new FileNotFoundException(file);
            }
            return content;
        }
    }
}
