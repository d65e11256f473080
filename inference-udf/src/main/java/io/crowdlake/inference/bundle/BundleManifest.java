package io.crowdlake.inference.bundle;

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
 * @param attributes tells what they appear to be
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
        Fields.present(attributes, "attributes");
        files = files == null ? Map.of() : Map.copyOf(new LinkedHashMap<>(files));
        Fields.listed(detector.file(), "detector.file", files);
        Fields.listed(attributes.file(), "attributes.file", files);
        files.keySet().forEach(file -> Fields.fileName(file, "files"));
    }

    /** Name and version, as analyses carry it: {@code crowdlake-faces 0.1.0}. */
    public String modelVersion() {
        return name + " " + version;
    }
}
