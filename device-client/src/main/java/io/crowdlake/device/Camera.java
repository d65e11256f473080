package io.crowdlake.device;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.CapturedFrame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera: takes frames from its source and publishes each when it is due. One thread at a time steps it; any thread may ask how it is. */
public final class Camera implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Camera.class);
    private static final String JPEG = "image/jpeg";

    private final String deviceId;
    private final CameraSource source;
    private final FramePublisher publisher;
    private final Clock clock;
    private final double speed;
    private final Optional<Duration> running;
    private final LiveConfiguration configuration;
    private final String bootId = UUID.randomUUID().toString();
    private final AtomicLong captured = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private CameraClock pace;
    private Instant end;
    private CapturedFrame pending;
    private Duration lastSent;
    private long sequence;
    private volatile String lastError;
    private volatile Duration position = Duration.ZERO;
    private volatile Instant capturedAt;
    private volatile boolean finished;

    /**
     * @param clock wall time
     * @param speed event time over wall time; a live source ignores it
     * @param running how long to run by the wall clock, or empty to run until the source ends
     * @param configuration what the fleet may change while it runs
     */
    public Camera(
            String deviceId,
            CameraSource source,
            FramePublisher publisher,
            Clock clock,
            double speed,
            Optional<Duration> running,
            LiveConfiguration configuration) {
        this.deviceId = deviceId;
        this.source = source;
        this.publisher = publisher;
        this.clock = clock;
        this.speed = source.live() ? 1 : speed;
        this.running = running;
        this.configuration = configuration;
    }

    /**
     * Publishes every frame that is due.
     *
     * @return how long to wait for the next one, or empty when there will be none
     */
    public Optional<Duration> step() {
        if (finished) {
            return Optional.empty();
        }
        try {
            begin();
            Instant now = clock.instant();
            if (end != null && !now.isBefore(end)) {
                finished = true;
                return Optional.empty();
            }
            if (pending == null) {
                source.quality(configuration.get().quality());
                pending = source.next().orElse(null);
            }
            if (pending == null) {
                finished = true;
                return Optional.empty();
            }
            Duration wait = Duration.between(now, pace.dueAt(pending.position()));
            if (!source.live() && !wait.isNegative() && !wait.isZero()) {
                return Optional.of(wait);
            }
            if (configuration.wants(lastSent == null ? null : pending.position().minus(lastSent))) {
                lastSent = pending.position();
                publish(pending);
            }
            pending = null;
            return Optional.of(Duration.ZERO);
        } catch (IOException | RuntimeException | LinkageError e) {
            // a missing native library must show in the status, too
            fail(e);
            finished = true;
            return Optional.empty();
        }
    }

    private void begin() throws IOException {
        if (pace == null) {
            Instant now = clock.instant();
            pace = CameraClock.begin(now, speed, running, source.length());
            end = running.map(now::plus).orElse(null);
            source.begin(deviceId, bootId, pace.start());
        }
    }

    private void publish(CapturedFrame frame) {
        Instant now = source.live() ? clock.instant() : pace.capturedAt(frame.position());
        position = frame.position();
        capturedAt = now;
        captured.incrementAndGet();
        waiting.incrementAndGet();
        publisher
                .publish(new CameraFrame(
                        deviceId,
                        bootId,
                        sequence++,
                        now,
                        null,
                        CognitiveTypes.CAMFRAME_ANALYSIS,
                        JPEG,
                        frame.jpeg(),
                        null))
                .whenComplete((accepted, failure) -> {
                    waiting.decrementAndGet();
                    if (failure == null) {
                        sent.incrementAndGet();
                    } else {
                        fail(failure);
                    }
                });
    }

    private void fail(Throwable failure) {
        errors.incrementAndGet();
        String message = failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().lines().findFirst().orElse("");
        if (!message.equals(lastError)) {
            LOG.warn("{} ({}): {}", deviceId, source.name(), message);
        }
        lastError = message;
    }

    /** How the camera is doing, as of now. */
    public CameraStatus status() {
        Instant newest = capturedAt;
        return new CameraStatus(
                deviceId,
                source.name(),
                source.framesPerSecond(),
                sent.get(),
                waiting.get(),
                publisher.dropped(),
                errors.get(),
                publisher.trouble().orElse(lastError),
                position.toMillis() / 1000.0,
                newest == null ? null : newest.toString(),
                finished);
    }

    /** Changes with every start. */
    String bootId() {
        return bootId;
    }

    /** Since the start: what the source gave and the fleet wanted. */
    long framesCaptured() {
        return captured.get();
    }

    /** The same for whoever asks from afar, by the names of the status file. */
    Map<String, Object> diagnostics() {
        CameraStatus status = status();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("source", status.source());
        named.put("boot_id", bootId);
        named.put("frames_sent", status.framesSent());
        named.put("frames_waiting", status.framesWaiting());
        named.put("frames_dropped", status.framesDropped());
        named.put("errors", status.errors());
        named.put("last_error", status.lastError());
        named.put("captured_at", status.capturedAt());
        return named;
    }

    public boolean finished() {
        return finished;
    }

    boolean live() {
        return source.live();
    }

    @Override
    public void close() {
        source.close();
    }
}
