package io.crowdlake.device;

import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.SettingsFile;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.inference.AnalyzerSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What holds of a camera until its twin says something else. */
final class CaptureOptions {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "JSON with settings of the twin, such as policy and regionOfInterest, that hold until the hub"
                    + " says something else.")
    Path settings;

    @Option(
            names = "--transport",
            paramLabel = "WAY",
            converter = TransportConverter.class,
            description = "inline (the picture), reference (upload it, and say where it is) or edge (analyse it here,"
                    + " and send only what was seen). Default: inline.")
    Transport transport;

    @Option(
            names = "--model",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            paramLabel = "BUNDLE",
            description = "For edge: a folder, a .zip file, or classpath:/PATH. Default: ${DEFAULT-VALUE}.")
    String model;

    @Option(
            names = "--motion-threshold",
            paramLabel = "SHARE",
            description =
                    "Send a frame only when such a share of it, 0.01 for instance, differs from the last one sent, or"
                            + " a minute has gone by. Default: 0, send all.")
    Double motionThreshold;

    /** Throws IllegalArgumentException with one line when something is wrong. */
    CameraConfiguration configuration() {
        CameraConfiguration configuration = CameraConfiguration.DEFAULT;
        if (settings != null) {
            try {
                configuration = SettingsFile.read(settings);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--settings: " + e.getMessage(), e);
            }
        }
        if (motionThreshold != null) {
            if (!(motionThreshold >= 0 && motionThreshold <= 1)) {
                throw new IllegalArgumentException(
                        "--motion-threshold is " + motionThreshold + ", must be a share from 0 (off) to 1");
            }
            configuration = configuration.withMotionThreshold(motionThreshold);
        }
        return transport == null ? configuration : configuration.withTransport(transport);
    }
}
