package io.crowdlake.hub.telemetry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Values in AMQP 1.0's encoding, in which the hub's Kafka endpoint hands headers on. */
final class AmqpValue {

    private static final int STRING_UP_TO_255_BYTES = 0xa1;
    private static final int STRING = 0xb1;
    private static final int TIMESTAMP = 0x83;

    private AmqpValue() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(5 + bytes.length);
        if (bytes.length <= 255) {
            buffer.put((byte) STRING_UP_TO_255_BYTES).put((byte) bytes.length);
        } else {
            buffer.put((byte) STRING).putInt(bytes.length);
        }
        buffer.put(bytes).flip();
        byte[] encoded = new byte[buffer.remaining()];
        buffer.get(encoded);
        return encoded;
    }

    /** Milliseconds since 1970. */
    static byte[] of(Instant time) {
        return ByteBuffer.allocate(9)
                .put((byte) TIMESTAMP)
                .putLong(time.toEpochMilli())
                .array();
    }
}
