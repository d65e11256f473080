package io.crowdlake.hub.telemetry;

import java.util.concurrent.CompletableFuture;

/** Where messages of devices go. Safe for many threads. */
public interface TelemetrySink extends AutoCloseable {

    /**
     * Takes a message.
     *
     * @return completes when it is safe there, or exceptionally when it will not be
     */
    CompletableFuture<Void> accept(DeviceMessage message);

    @Override
    void close();
}
