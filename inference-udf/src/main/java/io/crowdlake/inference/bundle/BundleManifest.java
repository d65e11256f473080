package io.crowdlake.inference.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code bundle.json} of a model bundle.
 *
 * @param format of the bundle; 1 is the only one
 * @param name of the model, such as {@code crowdlake-faces}
 * @param version of the model
 * @param licence of the weights, an SPDX identifier
 * @param description one line for people, may be empty
 * @param detector finds faces
 * @param attributes tells what they appear to be, or null, and then nothing is known of them
 * @param embedding tells faces apart, or null
 * @param files every file of the bundle, by name
 */
public record BundleManifest(
        int format,
        String name,
        String version,
        String licence,
        String description,
        DetectorSettings detector,
        AttributeSettings attributes,
        EmbeddingSettings embedding,
        Map<String, BundleFile> files) {

    /** The file itself. */
    public static final String FILE_NAME = "bundle.json";

    private static final int FORMAT = 1;

    public BundleManifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "format is " + format + ", must be " + FORMAT + "; use the release that the bundle was made for");
        }
        Fields.text(name, "name");
        Fields.text(version, "version");
        Fields.text(licence, "licence");
        description = description == null ? "" : description;
        Fields.present(detector, "detector");
        files = files == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(files));
        Fields.listed(detector, "detector", files);
        Fields.listed(attributes, "attributes", files);
        Fields.listed(embedding, "embedding", files);
        files.keySet().forEach(file -> Fields.fileName(file, "files"));
    }

    /** Name and version, as analyses carry it: {@code crowdlake-faces 0.1.0}. */
    public String modelVersion() {
        return name + " " + version;
    }

    /** The same with another limit between a face and none, 0..1. */
    public BundleManifest withScoreThreshold(double other) {
        return new BundleManifest(
                format,
                name,
                version,
                licence,
                description,
                detector.withScoreThreshold(other),
                attributes,
                embedding,
                files);
    }
}
