package io.crowdlake.inference.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;

/** A model bundle in memory: its manifest and its files, each of them checked against the manifest. */
public final class ModelBundle {

    private final String uri;
    private final BundleManifest manifest;
    private final Map<String, byte[]> contents;

    /** A bundle in memory whose files are what its manifest says. */
    ModelBundle(String uri, BundleManifest manifest, Map<String, byte[]> contents) {
        this.uri = uri;
        this.manifest = manifest;
        this.contents = contents;
    }

    /**
     * Reads and checks a bundle.
     *
     * @param uri {@code classpath:/models/faces}, a folder, a .zip file, or a URI that a {@link BundleSource} reads
     * @throws BundleException with one line that names the bundle, the file, what is wrong and the remedy
     */
    public static ModelBundle load(String uri) {
        BundleFiles files;
        try {
            files = BundleFiles.open(uri);
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new BundleException(
                    line(uri, "is not there; set model.bundle to a folder, a .zip file or classpath:/models/faces"), e);
        } catch (IOException e) {
            throw new BundleException(line(uri, "cannot be read: " + oneLine(e)), e);
        }
        BundleManifest manifest = manifest(uri, read(uri, files, BundleManifest.FILE_NAME));
        Map<String, byte[]> contents = new HashMap<>();
        manifest.files().forEach((file, expected) -> {
            byte[] content = read(uri, files, file);
            check(uri, file, content, expected);
            contents.put(file, content);
        });
        return new ModelBundle(uri, manifest, contents);
    }

    /**
     * The same networks with another limit between a face and none, 0..1; at the detector's candidate threshold, every candidate is a face,
     * as evaluations need it.
     */
    public ModelBundle withScoreThreshold(double scoreThreshold) {
        return new ModelBundle(uri, manifest.withScoreThreshold(scoreThreshold), contents);
    }

    /** Where it came from. */
    public String uri() {
        return uri;
    }

    public BundleManifest manifest() {
        return manifest;
    }

    /** The content of a file that the manifest lists; not copied, so it must not be changed. */
    public byte[] content(String file) {
        byte[] content = contents.get(file);
        if (content == null) {
            throw new IllegalArgumentException("file is " + file + ", must be one of " + contents.keySet());
        }
        return content;
    }

    /** An error in a file of this bundle, as one line. */
    public BundleException broken(String file, String problem) {
        return new BundleException(line(uri, file + " " + problem));
    }

    /** A reason why this bundle cannot be used here, as one line. */
    public BundleException unusable(String problem, Throwable cause) {
        return new BundleException(line(uri, problem), cause);
    }

    @Override
    public String toString() {
        return "model bundle " + uri;
    }

    private static BundleManifest manifest(String uri, byte[] json) {
        try {
            return ManifestReader.read(json);
        } catch (IllegalArgumentException e) {
            throw new BundleException(line(uri, "bundle.json: " + e.getMessage()), e);
        }
    }

    private static byte[] read(String uri, BundleFiles files, String file) {
        try {
            return files.read(file);
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new BundleException(
                    line(uri, file + " is missing; make the bundle complete or set model.bundle to another"), e);
        } catch (IOException e) {
            throw new BundleException(line(uri, file + " cannot be read: " + oneLine(e)), e);
        }
    }

    private static void check(String uri, String file, byte[] content, BundleFile expected) {
        String remedy = "; copy the bundle again, or correct \"files\" in bundle.json if you changed it";
        if (content.length != expected.bytes()) {
            throw new BundleException(
                    line(uri, file + " has " + content.length + " bytes, must have " + expected.bytes() + remedy));
        }
        if (!BundleFile.of(content).equals(expected)) {
            throw new BundleException(line(uri, file + " has a wrong SHA-256 checksum" + remedy));
        }
    }

    private static String line(String uri, String problem) {
        return "model bundle " + uri + ": " + problem;
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
