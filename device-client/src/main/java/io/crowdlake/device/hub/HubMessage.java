package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.Message;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.HubHeaders;
import java.util.LinkedHashMap;
import java.util.Map;

/** A frame as a message of the device SDK. */
final class HubMessage {

    /** A message with its properties, at the hub. */
    static final int MAX_BYTES = 256 * 1024;

    private HubMessage() {}

    /** Throws FrameRefusedException when no hub would take it. */
    static Message of(CameraFrame frame) {
        Message message = new Message(frame.payload());
        message.setContentType(frame.contentType());
        int bytes = frame.payload().length + frame.contentType().length();
        for (Map.Entry<String, String> property : properties(frame).entrySet()) {
            message.setProperty(property.getKey(), property.getValue());
            bytes += property.getKey().length() + property.getValue().length();
        }
        if (bytes > MAX_BYTES) {
            throw new FrameRefusedException(
                    "a frame has " + bytes + " bytes with its properties, a hub takes at most " + MAX_BYTES);
        }
        return message;
    }

    private static Map<String, String> properties(CameraFrame frame) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(HubHeaders.COGNITIVE_TYPE, frame.cognitiveType());
        properties.put(HubHeaders.CAPTURED_AT, frame.capturedAt().toString());
        properties.put(HubHeaders.BOOT_ID, frame.bootId());
        properties.put(HubHeaders.SEQUENCE, Long.toString(frame.sequence()));
        if (!frame.policy().withheld().isEmpty()) {
            properties.put(HubHeaders.WITHHELD, frame.policy().withheld());
        }
        return properties;
    }
}
