package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bundles. The same bundle always gives the same bytes. */
public final class BundleWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** The first time that a .zip can hold. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleWriter() {}

    /** A manifest as bundle.json has it. */
    public static String json(BundleManifest manifest) {
        try {
            return MAPPER.writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every manifest can be written", e);
        }
    }

    /**
     * Writes a bundle where nothing is yet. What cannot be written whole leaves nothing behind at that place.
     *
     * @param out a folder, or a file that ends with .zip
     * @throws BundleException with one line when something is there already or it cannot be written
     */
    public static void write(ModelBundle bundle, Path out) {
        Path target = out.toAbsolutePath().normalize();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new BundleException(out + " is there already; remove it or name another place");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(BundleManifest.FILE_NAME, json(bundle.manifest()).getBytes(StandardCharsets.UTF_8));
        bundle.manifest().files().keySet().forEach(name -> files.put(name, bundle.content(name)));
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.getParent());
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                zip(partial, files);
            } else {
                folder(partial, files);
            }
            Files.move(partial, target);
        } catch (IOException e) {
            throw new BundleException(
                    out + " cannot be written: " + e.getMessage() + "; name a place that can be, and remove " + partial,
                    e);
        }
    }

    private static void folder(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void zip(Path archive, Map<String, byte[]> files) throws IOException {
        try (OutputStream stream = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(EARLIEST);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
