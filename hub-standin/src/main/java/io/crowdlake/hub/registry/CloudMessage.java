package io.crowdlake.hub.registry;

import java.util.Map;

/**
 * A message from the cloud to a device.
 *
 * @param messageId unique in the device's queue
 * @param properties of the sender
 * @param body as sent
 */
public record CloudMessage(String messageId, Map<String, String> properties, byte[] body) {

    public CloudMessage {
        properties = Map.copyOf(properties);
    }
}
