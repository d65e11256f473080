package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;

/**
 * A camera's heartbeat.
 *
 * @param deviceId the camera
 * @param sentAt by the camera's clock
 * @param framesSent since the boot
 * @param framesDropped since the boot, by the rate limit or a full buffer
 * @param buffered frames that wait for the hub
 * @param temperatureCelsius of the device, or null where there is no sensor
 * @param softwareVersion of the camera program
 * @param uptime since the boot
 */
public record DeviceTelemetry(
        String deviceId,
        Instant sentAt,
        long framesSent,
        long framesDropped,
        long buffered,
        Double temperatureCelsius,
        String softwareVersion,
        Duration uptime) {

    public DeviceTelemetry {
        Checks.notBlank(deviceId, "deviceId");
        Checks.present(sentAt, "sentAt");
        Checks.notNegative(framesSent, "framesSent");
        Checks.notNegative(framesDropped, "framesDropped");
        Checks.notNegative(buffered, "buffered");
        Checks.notBlank(softwareVersion, "softwareVersion");
        Checks.present(uptime, "uptime");
    }
}
