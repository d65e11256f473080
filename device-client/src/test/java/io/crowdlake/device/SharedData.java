package io.crowdlake.device;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real footage that lies beside the checkout on some machines; tests that need it skip where it is missing. */
public final class SharedData {

    private SharedData() {}

    /** The clip, or skips the calling test. */
    public static Path footage(String name) {
        Path folder = Path.of(System.getProperty("crowdlake.data", "../../shared/data"));
        Path clip = folder.resolve("footage").resolve(name);
        assumeTrue(Files.exists(clip), clip + " is missing: set -Dcrowdlake.data to the folder with the test footage");
        return clip;
    }
}
