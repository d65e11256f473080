package io.crowdlake.device;

import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.SourceFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A camera's source, which is opened anew after it was lost: at once at first, then with growing pauses. For one thread at a time. */
final class SourceHolder implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final SourceFactory factory;
    private final Clock clock;
    private volatile CameraSource source;
    private boolean open = true;
    private Duration pause = FIRST_PAUSE;
    private Instant notBefore;

    /** Takes over the first one. */
    SourceHolder(CameraSource first, SourceFactory factory, Clock clock) {
        this.source = first;
        this.factory = factory;
        this.clock = clock;
        this.notBefore = clock.instant();
    }

    /** The newest one, which may be lost by now. */
    CameraSource source() {
        return source;
    }

    /** Whether it gives frames, as far as is known. */
    boolean isOpen() {
        return open;
    }

    /** Closes it; it will be opened anew after a pause. */
    void lose() {
        release();
        notBefore = clock.instant().plus(pause);
        pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    /** Closes it; it will be opened anew at once. */
    void release() {
        if (open) {
            open = false;
            source.close();
        }
        notBefore = clock.instant();
    }

    /** It has given a frame: the next loss is a new one. */
    void works() {
        pause = FIRST_PAUSE;
    }

    /**
     * Opens it anew when it is time to.
     *
     * @return how long to wait until then; empty when it is open
     * @throws SourceException when it cannot be opened; the next attempt comes after a longer pause
     */
    Optional<Duration> reopen() throws SourceException {
        if (open) {
            return Optional.empty();
        }
        Duration wait = Duration.between(clock.instant(), notBefore);
        if (!wait.isNegative() && !wait.isZero()) {
            return Optional.of(wait);
        }
        try {
            source = factory.open();
            open = true;
            return Optional.empty();
        } catch (SourceException e) {
            lose();
            throw e;
        }
    }

    @Override
    public void close() {
        release();
    }
}
