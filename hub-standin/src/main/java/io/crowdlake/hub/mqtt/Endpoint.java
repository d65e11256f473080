package io.crowdlake.hub.mqtt;

import java.util.concurrent.CompletionStage;

/** What stands behind one connection and knows what its topics mean. Called by one thread at a time. */
public interface Endpoint {

    /** For the log. */
    String name();

    /** Whether subscriptions of an earlier connection hold. */
    boolean resumesSession();

    /** Called once the client knows that it is connected. */
    void connected();

    /** Whether the client may listen to these topics. */
    boolean maySubscribe(String filter);

    /** The client is subscribed; what is sent now may arrive before the answer to its request. */
    void subscribed(String filter);

    void unsubscribed(String filter);

    /**
     * Takes a message.
     *
     * @return completes when it may be acknowledged, later for a client that sends too fast; exceptionally when the connection must end without that
     * @throws IllegalArgumentException with one line when the client may not publish this; the connection ends
     */
    CompletionStage<Void> publish(String topic, byte[] payload);

    /** Called once when the connection has ended, however it ended. */
    void disconnected();
}
