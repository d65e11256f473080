package io.crowdlake.hub.device;

/**
 * What one device may send.
 *
 * @param messageBytes body and properties of one message, at most
 * @param messagesPerSecond on average; after a silence as many at once
 * @param messagesWaiting that come faster and wait for their turn; what comes on top of them is refused
 */
public record HubLimits(int messageBytes, double messagesPerSecond, int messagesWaiting) {

    /**
     * 256 KB as in the hub; 100 messages per second is what the hub grants all devices of a unit together. How many the hub lets wait it does not
     * say: "for a minute or two".
     */
    public static final HubLimits DEFAULT = new HubLimits(256 * 1024, 100, 10_000);

    /** What a packet has beside its message: its header, and names and separators in the topic. */
    private static final int PACKET_OVERHEAD = 4096;

    public HubLimits {
        if (messageBytes < 1 || !(messagesPerSecond > 0)) {
            throw new IllegalArgumentException("limits are " + messageBytes + " bytes and " + messagesPerSecond
                    + " messages per second, must be above 0");
        }
        if (messagesWaiting < 0) {
            throw new IllegalArgumentException(
                    "limits are " + messagesWaiting + " messages waiting, must not be negative");
        }
    }

    /** Largest MQTT packet. */
    public int packetBytes() {
        return messageBytes + PACKET_OVERHEAD;
    }
}
