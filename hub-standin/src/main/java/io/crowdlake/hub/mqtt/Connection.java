package io.crowdlake.hub.mqtt;

/** The way to one connected client. Safe for many threads. */
public interface Connection {

    /**
     * Sends a message that need not arrive.
     *
     * @param topic that it is published to
     */
    void send(String topic, byte[] payload);

    /**
     * Sends a message until the client has acknowledged it; one that is under way when the connection ends is not sent again by itself.
     *
     * @param acknowledged called once it has
     */
    void send(String topic, byte[] payload, Runnable acknowledged);

    /** Ends the connection; the reason is for the log. */
    void close(String reason);
}
