package io.crowdlake.contracts;

import java.time.Instant;

/**
 * One picture on its way to an analyzer. It lives in memory only; no table, topic or log ever holds it.
 *
 * @param deviceId the camera, as the hub authenticated it
 * @param bootId changes whenever the camera program starts
 * @param sequence counts frames since the boot
 * @param capturedAt by the camera's clock; this is event time
 * @param enqueuedAt when the hub accepted the message, or null when it did not say
 * @param cognitiveType which analyzer the frame is for
 * @param contentType media type of the payload
 * @param payload the encoded picture; not copied, so the owner must not change it
 * @param origin where the message was read, or null for a frame that came another way
 * @param policy what may be told of the people in it
 */
public record CameraFrame(
        String deviceId,
        String bootId,
        long sequence,
        Instant capturedAt,
        Instant enqueuedAt,
        String cognitiveType,
        String contentType,
        byte[] payload,
        Origin origin,
        AttributePolicy policy) {

    public CameraFrame {
        Checks.notBlank(deviceId, "deviceId");
        Checks.notBlank(bootId, "bootId");
        Checks.notNegative(sequence, "sequence");
        Checks.present(capturedAt, "capturedAt");
        Checks.notBlank(cognitiveType, "cognitiveType");
        Checks.notBlank(contentType, "contentType");
        Checks.present(payload, "payload");
        policy = policy == null ? AttributePolicy.ALL : policy;
    }

    /** A frame of which everything may be told. */
    public CameraFrame(
            String deviceId,
            String bootId,
            long sequence,
            Instant capturedAt,
            Instant enqueuedAt,
            String cognitiveType,
            String contentType,
            byte[] payload,
            Origin origin) {
        this(
                deviceId,
                bootId,
                sequence,
                capturedAt,
                enqueuedAt,
                cognitiveType,
                contentType,
                payload,
                origin,
                AttributePolicy.ALL);
    }

    /** The same frame in another form, such as its analysis in the place of its picture. */
    public CameraFrame withPayload(String newContentType, byte[] newPayload) {
        return new CameraFrame(
                deviceId,
                bootId,
                sequence,
                capturedAt,
                enqueuedAt,
                cognitiveType,
                newContentType,
                newPayload,
                origin,
                policy);
    }

    /** Without the payload: a log line must never hold a picture. */
    @Override
    public String toString() {
        return "CameraFrame[" + deviceId + " boot " + bootId + " #" + sequence + " at " + capturedAt + ", "
                + contentType + ", " + payload.length + " bytes, " + origin + "]";
    }
}
