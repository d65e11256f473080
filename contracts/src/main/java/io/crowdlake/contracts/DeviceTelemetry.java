package io.crowdlake.contracts;

import java.time.Duration;
import java.time.Instant;

/**
 * A camera's heartbeat.
 *
 * @param deviceId the camera
 * @param sentAt by the camera's clock
 * @param framesCaptured since the boot: what the source gave and the camera wanted
 * @param framesSent since the boot; the hub has them
 * @param framesDropped since the boot, by the rate limit or a full buffer
 * @param buffered frames that wait for the hub
 * @param temperatureCelsius of the device, -273.15..1000, or null where there is no sensor
 * @param softwareVersion of the camera program
 * @param uptime since the boot
 * @param trouble what is wrong right now, in one line of at most {@value #LONGEST_TROUBLE} characters, or null while all is well
 */
public record DeviceTelemetry(
        String deviceId,
        Instant sentAt,
        long framesCaptured,
        long framesSent,
        long framesDropped,
        long buffered,
        Double temperatureCelsius,
        String softwareVersion,
        Duration uptime,
        String trouble) {

    /** What is longer is no line that a person reads. */
    public static final int LONGEST_TROUBLE = 500;

    private static final double ABSOLUTE_ZERO = -273.15;

    /** No electronics gives a reading beyond this. */
    private static final double HOTTEST = 1000;

    public DeviceTelemetry {
        Checks.notBlank(deviceId, "deviceId");
        Checks.present(sentAt, "sentAt");
        Checks.notNegative(framesCaptured, "framesCaptured");
        Checks.notNegative(framesSent, "framesSent");
        Checks.notNegative(framesDropped, "framesDropped");
        Checks.notNegative(buffered, "buffered");
        Checks.notBlank(softwareVersion, "softwareVersion");
        Checks.present(uptime, "uptime");
        if (uptime.isNegative()) {
            throw new IllegalArgumentException("uptime is " + uptime + ", must not be negative");
        }
        if (trouble != null && trouble.length() > LONGEST_TROUBLE) {
            throw new IllegalArgumentException(
                    "trouble has " + trouble.length() + " characters, must have at most " + LONGEST_TROUBLE);
        }
        if (temperatureCelsius != null && !(temperatureCelsius >= ABSOLUTE_ZERO && temperatureCelsius <= HOTTEST)) {
            throw new IllegalArgumentException("temperatureCelsius is " + temperatureCelsius + ", must be within "
                    + ABSOLUTE_ZERO + ".." + HOTTEST);
        }
    }
}
