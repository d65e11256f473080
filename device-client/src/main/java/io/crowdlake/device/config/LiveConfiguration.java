package io.crowdlake.device.config;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The configuration that holds right now. Changed by one thread at a time, read by any. */
public final class LiveConfiguration {

    private final AtomicBoolean captureNow = new AtomicBoolean();
    private final CameraConfiguration initial;
    private volatile CameraConfiguration current;

    public LiveConfiguration() {
        this(CameraConfiguration.DEFAULT);
    }

    /**
     * @param initial holds until the fleet says something else, and again when it takes that back
     */
    public LiveConfiguration(CameraConfiguration initial) {
        this.initial = initial;
        this.current = initial;
    }

    public CameraConfiguration get() {
        return current;
    }

    CameraConfiguration initial() {
        return initial;
    }

    void set(CameraConfiguration next) {
        current = next;
    }

    /** Asks for the next frame, whatever else is configured. */
    void captureNow() {
        captureNow.set(true);
    }

    /**
     * Whether a frame is to be sent.
     *
     * @param sinceLast time since the last one that was, by event time; null before the first
     */
    public boolean wants(Duration sinceLast) {
        if (captureNow.getAndSet(false)) {
            return true;
        }
        CameraConfiguration now = current;
        return now.enabled() && (sinceLast == null || sinceLast.compareTo(now.captureInterval()) >= 0);
    }
}
