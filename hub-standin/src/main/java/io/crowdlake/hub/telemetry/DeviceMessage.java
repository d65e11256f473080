package io.crowdlake.hub.telemetry;

import io.crowdlake.hub.identity.Identity;
import java.time.Instant;

/**
 * One message of a device.
 *
 * @param sender as authenticated
 * @param properties that came with it
 * @param body as sent
 * @param enqueuedAt when the hub took it
 */
public record DeviceMessage(Identity sender, MessageProperties properties, byte[] body, Instant enqueuedAt) {

    /** Without the body: a log line must never hold a picture. */
    @Override
    public String toString() {
        return "DeviceMessage[" + sender.deviceId() + ", " + body.length + " bytes]";
    }
}
