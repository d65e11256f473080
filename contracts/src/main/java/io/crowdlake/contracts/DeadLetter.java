package io.crowdlake.contracts;

import java.time.Instant;

/**
 * A message that could not be processed: why, and where to find the original. It never holds the message itself.
 *
 * @param reason the code to group and alert by
 * @param detail one sentence for a person, without any content of the body
 * @param deviceId the camera, or null when it is not known
 * @param origin where the message was read, or null
 * @param payloadBytes size of the body
 * @param capturedAt event time, or null when it is not known
 * @param occurredAt when it was given up
 */
public record DeadLetter(
        DeadLetterReason reason,
        String detail,
        String deviceId,
        Origin origin,
        long payloadBytes,
        Instant capturedAt,
        Instant occurredAt) {

    public DeadLetter {
        Checks.present(reason, "reason");
        detail = detail == null ? "" : detail;
        Checks.notNegative(payloadBytes, "payloadBytes");
        Checks.present(occurredAt, "occurredAt");
    }
}
