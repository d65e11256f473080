package io.crowdlake.device;

import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.inference.AnalyzerSettings;
import picocli.CommandLine.Option;

/** What holds of a camera until its twin says something else. */
final class CaptureOptions {

    @Option(
            names = "--transport",
            defaultValue = "inline",
            paramLabel = "WAY",
            converter = TransportConverter.class,
            description = "inline (the picture), reference (upload it, and say where it is) or edge (analyse it here,"
                    + " and send only what was seen). Default: ${DEFAULT-VALUE}.")
    Transport transport;

    @Option(
            names = "--model",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            paramLabel = "BUNDLE",
            description = "For edge: a folder, a .zip file, or classpath:/PATH. Default: ${DEFAULT-VALUE}.")
    String model;

    CameraConfiguration configuration() {
        return CameraConfiguration.DEFAULT.withTransport(transport);
    }
}
