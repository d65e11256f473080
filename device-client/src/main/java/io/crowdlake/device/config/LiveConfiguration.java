package io.crowdlake.device.config;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The configuration that holds right now. Changed by one thread at a time, read by any. */
public final class LiveConfiguration {

    private final AtomicBoolean captureNow = new AtomicBoolean();
    private final CameraConfiguration initial;
    private final SettingsMemory memory;
    private volatile CameraConfiguration current;

    public LiveConfiguration() {
        this(CameraConfiguration.DEFAULT);
    }

    /**
     * @param initial holds until the fleet says something else, and again when it takes that back
     */
    public LiveConfiguration(CameraConfiguration initial) {
        this(initial, initial, SettingsMemory.NONE);
    }

    /**
     * @param current holds until the fleet says something else, as it did before this start
     * @param memory keeps what the fleet says
     */
    public LiveConfiguration(CameraConfiguration initial, CameraConfiguration current, SettingsMemory memory) {
        this.initial = initial;
        this.current = current;
        this.memory = memory;
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

    /** Keeps what holds for the next start. */
    void keep() {
        memory.keep(current);
    }

    /** Asks for the next frame, whatever else is configured. */
    void captureNow() {
        captureNow.set(true);
    }

    /** Whether somebody has asked for the next frame; once. */
    public boolean asked() {
        return captureNow.getAndSet(false);
    }

    /**
     * Whether a frame is to be sent.
     *
     * @param sinceLast time since the last one that was, by event time; null before the first
     */
    public boolean wants(Duration sinceLast) {
        CameraConfiguration now = current;
        return now.enabled() && (sinceLast == null || sinceLast.compareTo(now.captureInterval()) >= 0);
    }
}
