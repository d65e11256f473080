package io.crowdlake.inference.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a bundle of networks that lie in a folder, beside a manifest that a person has written: a bundle.json without {@code files}, which
 * are listed here with their sizes and checksums.
 */
public final class BundleImport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> NETWORKS = List.of("detector", "attributes", "embedding");

    private BundleImport() {}

    /**
     * Reads a manifest and the files beside it. A field that no bundle has is an error here.
     *
     * @param manifest the file
     * @param included names of further files beside it that belong to the bundle, such as a licence or a model card
     * @throws BundleException with one line that names the field or the file, and the remedy
     */
    public static ModelBundle read(Path manifest, List<String> included) {
        try {
            ObjectNode json = object(Files.readAllBytes(manifest));
            Map<String, byte[]> contents = contents(manifest, json, included);
            json.set("files", MAPPER.valueToTree(entries(contents)));
            return new ModelBundle(
                    manifest.toString(), ManifestReader.readStrictly(MAPPER.writeValueAsBytes(json)), contents);
        } catch (NoSuchFileException e) {
            boolean manifestItself = Path.of(e.getFile()).equals(manifest);
            String remedy = manifestItself ? "name a bundle.json" : "lay it beside the manifest or correct the name";
            throw refused(manifest, e.getFile() + " is not there; " + remedy, e);
        } catch (IOException e) {
            throw refused(manifest, "cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw refused(manifest, e.getMessage(), e);
        }
    }

    private static ObjectNode object(byte[] json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("it is no JSON object; docs/model-bundles.md has an example");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "it is no JSON in line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> contents(Path manifest, ObjectNode json, List<String> included)
            throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String network : NETWORKS) {
            for (String field : List.of("file", "int8File")) {
                String name = json.path(network).path(field).textValue();
                if (name != null) {
                    contents.put(name, content(manifest, network + "." + field, name));
                }
            }
        }
        for (String name : included) {
            contents.put(name, content(manifest, "--include", name));
        }
        return contents;
    }

    private static byte[] content(Path manifest, String field, String name) throws IOException {
        Fields.fileName(name, field);
        if (name.equals(BundleManifest.FILE_NAME)) {
            throw new IllegalArgumentException(field + " is " + name + ", must be another file");
        }
        Path file = manifest.resolveSibling(name);
        if (Files.exists(file) && Files.size(file) > BundleFiles.MAX_FILE_BYTES) {
            throw new IllegalArgumentException(
                    field + " is " + name + ", must have at most " + BundleFiles.MAX_FILE_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static Map<String, BundleFile> entries(Map<String, byte[]> contents) {
        Map<String, BundleFile> entries = new LinkedHashMap<>();
        contents.forEach((name, content) -> entries.put(name, BundleFile.of(content)));
        return entries;
    }

    private static BundleException refused(Path manifest, String problem, Exception cause) {
        return new BundleException("import of " + manifest + ": " + problem, cause);
    }
}
