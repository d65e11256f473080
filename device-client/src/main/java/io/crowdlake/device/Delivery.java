package io.crowdlake.device;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.hub.FramePublisher;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one device's frames to its publisher and counts what becomes of them. Any thread may ask; one at a time sends. */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final String deviceId;
    private final String source;
    private final FramePublisher publisher;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile String lastError;

    /** @param source what the device shows */
    public Delivery(String deviceId, String source, FramePublisher publisher) {
        this.deviceId = deviceId;
        this.source = source;
        this.publisher = publisher;
    }

    /** Sends a frame; what the hub says to it is counted later. */
    public void send(CameraFrame frame) {
        waiting.incrementAndGet();
        publisher.publish(frame).whenComplete((accepted, failure) -> {
            waiting.decrementAndGet();
            if (failure == null) {
                sent.incrementAndGet();
            } else {
                fail(failure);
            }
        });
    }

    /** Counts something that went wrong, and logs it unless it went wrong in the same way just before. */
    public void fail(Throwable failure) {
        errors.incrementAndGet();
        String message = failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().lines().findFirst().orElse("");
        if (!message.equals(lastError)) {
            LOG.warn("{} ({}): {}", deviceId, source, message);
        }
        lastError = message;
    }

    /** What went wrong is over. */
    public void recovered() {
        lastError = null;
    }

    /** The connection begins anew. */
    public void reconnect() {
        publisher.reconnect();
    }

    /**
     * How it is going, as of now.
     *
     * @param framesPerSecond its nominal rate, in event time
     * @param positionSeconds event time since its start
     * @param capturedAt event time of its newest frame, ISO-8601, or null before the first
     * @param finished whether no more frames will come
     */
    public CameraStatus status(double framesPerSecond, double positionSeconds, String capturedAt, boolean finished) {
        return new CameraStatus(
                deviceId,
                source,
                framesPerSecond,
                sent.get(),
                waiting.get(),
                publisher.dropped(),
                errors.get(),
                publisher.trouble().orElse(lastError),
                positionSeconds,
                capturedAt,
                finished);
    }
}
