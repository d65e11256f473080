package io.crowdlake.device;

import io.crowdlake.device.hub.DeviceTls;
import io.crowdlake.device.hub.HubProtocol;
import io.crowdlake.device.hub.IotHubSettings;
import io.crowdlake.device.spool.SpoolLimits;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How cameras sign in at an IoT hub. */
final class HubOptions {

    @Option(
            names = "--hub",
            paramLabel = "FILE|DIR",
            description = "Send through an IoT hub: the file with the camera's connection string,"
                    + " or a folder with one for each camera, named after its device id.")
    Path identities;

    @Option(
            names = "--hub-protocol",
            defaultValue = "MQTT",
            paramLabel = "NAME",
            converter = HubProtocolConverter.class,
            description = "MQTT, MQTT_WS, AMQPS, AMQPS_WS or HTTPS, which carries neither a twin nor methods."
                    + " Default: ${DEFAULT-VALUE}.")
    HubProtocol protocol;

    @Option(
            names = "--hub-ca",
            paramLabel = "FILE",
            description = "Authority of the hub's certificate, in PEM. Default: those that this Java trusts.")
    Path caFile;

    @Option(
            names = "--hub-certificate",
            paramLabel = "FILE",
            description = "Certificate of the camera in PEM, where its connection string says x509=true.")
    Path certificateFile;

    @Option(names = "--hub-key", paramLabel = "FILE", description = "Key of that certificate, PKCS#8 in PEM.")
    Path keyFile;

    @Option(
            names = "--spool-dir",
            paramLabel = "DIR",
            description = "Where frames wait while the hub is away. Without it they are lost.")
    Path spool;

    @Option(
            names = "--spool-megabytes",
            defaultValue = "1024",
            paramLabel = "MB",
            description = "Of each camera, at most; then the oldest frames are dropped. Default: ${DEFAULT-VALUE}.")
    long megabytes;

    @Option(
            names = "--spool-age",
            defaultValue = "24h",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Frames that have waited longer are dropped. Default: ${DEFAULT-VALUE}.")
    Duration age;

    boolean given() {
        return identities != null;
    }

    /** Throws IllegalArgumentException with one line when the options do not fit together. */
    IotHubSettings settings() {
        if ((certificateFile == null) != (keyFile == null)) {
            throw new IllegalArgumentException("--hub-certificate and --hub-key belong together: give both");
        }
        if (megabytes < 1) {
            throw new IllegalArgumentException("--spool-megabytes is " + megabytes + ", must be at least 1");
        }
        if (age.isZero() || age.isNegative()) {
            throw new IllegalArgumentException("--spool-age is " + age + ", must be above 0");
        }
        return new IotHubSettings(
                identities,
                protocol,
                new DeviceTls(caFile, certificateFile, keyFile),
                spool,
                new SpoolLimits(megabytes << 20, age));
    }
}
