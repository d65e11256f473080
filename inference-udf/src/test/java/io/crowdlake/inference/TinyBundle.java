package io.crowdlake.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.inference.bundle.ModelBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The bundle of src/test/resources/bundles/tiny, and copies of it that can be spoilt. */
public final class TinyBundle {

    public static final String URI = "classpath:/bundles/tiny";
    public static final String[] FILES = {
        "bundle.json",
        "detector.pt",
        "detector-int8.pt",
        "attributes.pt",
        "attributes-int8.pt",
        "embedding.pt",
        "embedding-int8.pt"
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TinyBundle() {}

    public static ModelBundle load() {
        return ModelBundle.load(URI);
    }

    public static AnalyzerSettings settings() {
        return AnalyzerSettings.ofBundle(URI);
    }

    /** A file below src/test/resources/bundles, such as {@code tiny/detector.pt}. */
    public static byte[] content(String file) {
        try (InputStream stream = TinyBundle.class.getResourceAsStream("/bundles/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the bundle into a folder and returns it. */
    public static Path copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.write(folder.resolve(file), content("tiny/" + file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the bundle into a folder with a manifest that has been edited. */
    public static Path copyTo(Path folder, Consumer<ObjectNode> edit) {
        try {
            Path copied = copyTo(folder);
            JsonNode manifest = MAPPER.readTree(content("tiny/bundle.json"));
            edit.accept((ObjectNode) manifest);
            Files.write(copied.resolve("bundle.json"), MAPPER.writeValueAsBytes(manifest));
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the bundle into a folder with another file in place of one, listed in the manifest as it should be. */
    public static Path copyWith(Path folder, String file, byte[] content) {
        return copyWith(folder, file, content, manifest -> {});
    }

    /** The same with a manifest that has been edited as well. */
    public static Path copyWith(Path folder, String file, byte[] content, Consumer<ObjectNode> edit) {
        Path copied = copyTo(folder, manifest -> {
            edit.accept(manifest);
            ObjectNode entry = (ObjectNode) manifest.get("files").get(file);
            entry.put("bytes", content.length);
            entry.put("sha256", sha256(content));
        });
        try {
            Files.write(copied.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copied;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
