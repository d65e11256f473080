package io.crowdlake.contracts;

/**
 * Names of the message headers at the hub's Kafka endpoint. Those that start with {@code iothub-} are system properties that the hub sets
 * itself and a device cannot forge; the others are the camera's.
 */
public final class HubHeaders {

    /** Identity that the hub authenticated; the only trusted device id. */
    public static final String DEVICE_ID = "iothub-connection-device-id";

    /** When the hub accepted the message: AMQP timestamp, or ISO-8601 text. */
    public static final String ENQUEUED_TIME = "iothub-enqueuedtime";

    /**
     * Media type of the body: {@code image/jpeg} for a frame, {@code text/uri-list} for the address of one that was uploaded, {@code
     * application/json} for an analysis made at the edge.
     */
    public static final String CONTENT_TYPE = "content-type";

    /** Which analyzer the frame is for, such as {@code camframe-analysis}. */
    public static final String COGNITIVE_TYPE = "cognitive-type";

    /** When the frame was captured, by the camera's clock: ISO-8601 text or milliseconds since 1970. */
    public static final String CAPTURED_AT = "captured-at";

    /** Changes whenever the camera program starts; with the sequence it makes a frame unique. */
    public static final String BOOT_ID = "boot-id";

    /** Counts frames from 0 since the boot. */
    public static final String SEQUENCE = "sequence";

    /** What may not be told of the people in the frame: {@code age}, {@code gender}, {@code emotion}, with commas between; missing: everything may. */
    public static final String WITHHELD = "withheld";

    private HubHeaders() {}
}
