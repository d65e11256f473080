package io.crowdlake.stack.up;

import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.HubHeaders;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Messages that no camera of ours would send, each wrong in one way, with the reason under which it must be given up. */
final class HubMessages {

    private HubMessages() {}

    /** By topic, each message with its reason; the device id says what is wrong with it. */
    static Map<ProducerRecord<byte[], byte[]>, DeadLetterReason> bad(String topic) {
        byte[] jpeg = picture("jpg");
        Map<ProducerRecord<byte[], byte[]>, DeadLetterReason> messages = new LinkedHashMap<>();
        messages.put(message(topic, "truncated", Arrays.copyOf(jpeg, jpeg.length / 2)), DeadLetterReason.IMAGE_INVALID);
        messages.put(message(topic, "png", picture("png")), DeadLetterReason.IMAGE_INVALID);
        messages.put(
                message(topic, "text", "a letter".getBytes(StandardCharsets.UTF_8)), DeadLetterReason.IMAGE_INVALID);
        messages.put(message(topic, "huge", withDeclaredSize(jpeg, 30_000)), DeadLetterReason.IMAGE_TOO_LARGE);
        messages.put(message(topic, "empty", new byte[0]), DeadLetterReason.BODY_EMPTY);
        messages.put(message(topic, "heavy", Arrays.copyOf(jpeg, 300 * 1024)), DeadLetterReason.MESSAGE_TOO_LARGE);
        messages.put(
                message(
                        topic,
                        "json",
                        "{ no json".getBytes(StandardCharsets.UTF_8),
                        HubHeaders.CONTENT_TYPE,
                        "application/json"),
                DeadLetterReason.JSON_INVALID);
        messages.put(message(topic, null, jpeg), DeadLetterReason.DEVICE_ID_MISSING);
        messages.put(
                message(topic, "past", jpeg, HubHeaders.CAPTURED_AT, "1970-01-01T00:00:00Z"),
                DeadLetterReason.TIMESTAMP_OUT_OF_RANGE);
        messages.put(
                message(topic, "future", jpeg, HubHeaders.CAPTURED_AT, "2100-01-01T00:00:00Z"),
                DeadLetterReason.TIMESTAMP_OUT_OF_RANGE);
        messages.put(
                message(topic, "stranger", jpeg, HubHeaders.COGNITIVE_TYPE, "weather"),
                DeadLetterReason.COGNITIVE_TYPE_UNKNOWN);
        return messages;
    }

    private static ProducerRecord<byte[], byte[]> message(
            String topic, String device, byte[] body, String... otherHeaders) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HubHeaders.CAPTURED_AT, Instant.now().toString());
        headers.put(HubHeaders.BOOT_ID, "1");
        headers.put(HubHeaders.SEQUENCE, "0");
        headers.put(HubHeaders.CONTENT_TYPE, "image/jpeg");
        headers.put(HubHeaders.COGNITIVE_TYPE, CognitiveTypes.CAMFRAME_ANALYSIS);
        if (device != null) {
            headers.put(HubHeaders.DEVICE_ID, device);
        }
        for (int i = 0; i < otherHeaders.length; i += 2) {
            headers.put(otherHeaders[i], otherHeaders[i + 1]);
        }
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, body);
        headers.forEach((key, value) -> message.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same JPEG with another height and width in its start of frame. */
    private static byte[] withDeclaredSize(byte[] jpeg, int side) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length - 9; i++) {
            if ((changed[i] & 0xff) == 0xff && (changed[i + 1] & 0xff) == 0xc0) {
                changed[i + 5] = (byte) (side >> 8);
                changed[i + 6] = (byte) side;
                changed[i + 7] = (byte) (side >> 8);
                changed[i + 8] = (byte) side;
                return changed;
            }
        }
        throw new IllegalStateException("the picture has no start of frame");
    }
}
