package io.crowdlake.device;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.picture.Lens;
import io.crowdlake.device.source.CameraSource;
import io.crowdlake.device.source.CapturedFrame;
import io.crowdlake.device.source.SourceException;
import io.crowdlake.device.source.SourceFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera: takes frames from its source and publishes each when it is due. A live source that breaks off is opened anew until it works again;
 * any other ends the camera. One thread at a time steps it; any thread may ask how it is, or for a restart.
 */
public final class Camera implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Camera.class);
    private static final String JPEG = "image/jpeg";

    private final String deviceId;
    private final SourceHolder sources;
    private final Delivery delivery;
    private final Clock clock;
    private final double speed;
    private final Optional<Duration> running;
    private final LiveConfiguration configuration;
    private final AtomicBoolean restart = new AtomicBoolean();
    private final Lens lens = new Lens();
    private final AtomicLong still = new AtomicLong();
    private final AtomicLong captured = new AtomicLong();
    private final boolean live;
    private volatile String bootId = UUID.randomUUID().toString();
    private CameraClock pace;
    private Instant end;
    private CapturedFrame pending;
    private Duration lastSent;
    private long sequence;
    private volatile Duration position = Duration.ZERO;
    private volatile Instant capturedAt;
    private volatile boolean away;
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
        this(deviceId, source, () -> source, publisher, clock, speed, running, configuration);
    }

    /**
     * @param source the first one
     * @param again opens the source anew, after it broke off or for a restart
     */
    Camera(
            String deviceId,
            CameraSource source,
            SourceFactory again,
            FramePublisher publisher,
            Clock clock,
            double speed,
            Optional<Duration> running,
            LiveConfiguration configuration) {
        this.deviceId = deviceId;
        this.sources = new SourceHolder(source, again, clock);
        this.delivery = new Delivery(deviceId, source.name(), publisher);
        this.clock = clock;
        this.live = source.live();
        this.speed = live ? 1 : speed;
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
            if (restart.getAndSet(false)) {
                beginAnew();
            }
            Instant now = clock.instant();
            if (end != null && !now.isBefore(end)) {
                return end();
            }
            Optional<Duration> wait = sources.reopen();
            if (wait.isPresent()) {
                return wait;
            }
            begin();
            if (pending == null) {
                sources.source().resolution(Lens.wholeSide(configuration.get()));
                pending = sources.source().next().orElse(null);
            }
            if (pending == null) {
                return live ? broken(new IOException("the stream has ended")) : end();
            }
            works();
            Duration early = Duration.between(now, pace.dueAt(pending.position()));
            if (!live && !early.isNegative() && !early.isZero()) {
                return Optional.of(early);
            }
            CapturedFrame due = pending;
            pending = null;
            consider(due);
            return Optional.of(Duration.ZERO);
        } catch (IOException | SourceException e) {
            return broken(e);
        } catch (RuntimeException | LinkageError e) {
            // a missing native library must show in the status, too
            delivery.fail(e);
            return end();
        }
    }

    private Optional<Duration> end() {
        finished = true;
        return Optional.empty();
    }

    private void begin() throws IOException {
        if (pace == null) {
            Instant now = clock.instant();
            pace = CameraClock.begin(now, speed, running, sources.source().length());
            end = end == null ? running.map(now::plus).orElse(null) : end;
            sources.source().begin(deviceId, bootId, pace.start());
        }
    }

    /** A live source comes back; any other has ended with it. */
    private Optional<Duration> broken(Exception reason) {
        pending = null;
        pace = null;
        lastSent = null;
        delivery.fail(reason);
        if (!live) {
            return end();
        }
        away = true;
        if (sources.isOpen()) {
            sources.lose();
        }
        return Optional.of(Duration.ZERO);
    }

    private void works() {
        sources.works();
        if (away) {
            LOG.info(
                    "{} ({}): there are frames again",
                    deviceId,
                    sources.source().name());
            away = false;
            delivery.recovered();
        }
    }

    /**
     * Asks for a restart: the source and the connection begin anew, with a boot id of their own.
     *
     * @return false when the source has played to its end
     */
    public boolean restart() {
        if (finished) {
            return false;
        }
        restart.set(true);
        delivery.reconnect();
        return true;
    }

    private void beginAnew() {
        LOG.info("{} ({}): begins anew", deviceId, sources.source().name());
        sources.release();
        pending = null;
        pace = null;
        lastSent = null;
        sequence = 0;
        bootId = UUID.randomUUID().toString();
    }

    private void consider(CapturedFrame frame) {
        boolean asked = configuration.asked();
        if (!asked
                && !configuration.wants(
                        lastSent == null ? null : frame.position().minus(lastSent))) {
            return;
        }
        CameraConfiguration now = configuration.get();
        try {
            Optional<byte[]> picture = lens.look(frame, now, asked);
            if (picture.isPresent()) {
                lastSent = frame.position();
                publish(frame, picture.get(), now.policy());
            } else {
                still.incrementAndGet();
            }
        } catch (IOException e) {
            delivery.fail(e);
        }
    }

    private void publish(CapturedFrame frame, byte[] picture, AttributePolicy policy) {
        Instant now = live ? clock.instant() : pace.capturedAt(frame.position());
        position = frame.position();
        capturedAt = now;
        captured.incrementAndGet();
        delivery.send(new CameraFrame(
                deviceId,
                bootId,
                sequence++,
                now,
                null,
                CognitiveTypes.CAMFRAME_ANALYSIS,
                JPEG,
                picture,
                null,
                policy));
    }

    /** How the camera is doing, as of now. */
    public CameraStatus status() {
        Instant newest = capturedAt;
        return delivery.status(
                sources.source().framesPerSecond(),
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
        named.put("frames_still", still.get());
        named.put("errors", status.errors());
        named.put("last_error", status.lastError());
        named.put("captured_at", status.capturedAt());
        return named;
    }

    public boolean finished() {
        return finished;
    }

    boolean live() {
        return live;
    }

    @Override
    public void close() {
        sources.close();
        lens.close();
    }
}
