package io.crowdlake.hub.net;

import io.netty.channel.ChannelPipeline;
import io.netty.util.concurrent.EventExecutorGroup;

/** What a connection speaks once TLS stands. */
@FunctionalInterface
public interface Protocol {

    /**
     * Adds what the protocol needs behind TLS.
     *
     * @param work threads that may wait for a disk, which must not hold up other connections
     */
    void begin(ChannelPipeline connection, EventExecutorGroup work);
}
