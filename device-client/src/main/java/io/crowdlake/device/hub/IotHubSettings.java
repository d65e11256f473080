package io.crowdlake.device.hub;

import io.crowdlake.device.spool.SpoolLimits;
import java.nio.file.Path;

/**
 * How the cameras of a program reach their IoT hub.
 *
 * @param identities a file with the connection string of the only camera, or a folder with one for each, named after its device id
 * @param protocol that they speak
 * @param tls what they trust and show
 * @param spool where frames wait while the hub is away, a folder for each camera; null: they do not wait
 * @param limits of each camera's spool
 */
public record IotHubSettings(Path identities, HubProtocol protocol, DeviceTls tls, Path spool, SpoolLimits limits) {}
