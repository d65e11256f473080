package io.crowdlake.device.simulate;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.device.CameraStatus;
import io.crowdlake.device.Delivery;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.source.TruthFile;
import io.crowdlake.scene.SceneOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * One device of many: looks at a scene of its own in about regular intervals and sends what it sees, and now and then loses its connection. One
 * thread at a time steps it.
 */
final class SimulatedDevice {

    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

    private final String deviceId;
    private final SceneOptions options;
    private final View view;
    private final Path truthFolder;
    private final Delivery delivery;
    private final Clock clock;
    private final SimulationSettings settings;
    private final Random random;
    private final String bootId = UUID.randomUUID().toString();
    private TruthFile truth;
    private Instant start;
    private long sequence;
    private long outages;
    private volatile Instant capturedAt;

    /** @param truthFolder where {@code <device>.jsonl} is written, or null for nowhere */
    SimulatedDevice(
            String deviceId,
            SceneOptions options,
            Path truthFolder,
            FramePublisher publisher,
            Clock clock,
            SimulationSettings settings,
            Random random) {
        this.deviceId = deviceId;
        this.options = options;
        this.view = settings.pictures() ? new PictureView(options) : new AnalysisView(options);
        this.truthFolder = truthFolder;
        this.delivery = new Delivery(deviceId, "simulated", publisher);
        this.clock = clock;
        this.settings = settings;
        this.random = random;
    }

    /**
     * Sends what there is to see now.
     *
     * @return how long to wait until the next time: the interval, a tenth more or less
     */
    Duration step() {
        Instant now = clock.instant();
        try {
            if (start == null) {
                begin(now);
            }
            if (random.nextDouble()
                    < settings.outagesPerHour() * settings.interval().toNanos() / HOUR_NANOS) {
                outages++;
                delivery.reconnect();
            }
            publish(now);
        } catch (IOException e) {
            delivery.fail(e);
        }
        return Duration.ofNanos(Math.round(settings.interval().toNanos() * (0.9 + 0.2 * random.nextDouble())));
    }

    private void begin(Instant now) throws IOException {
        start = now;
        if (truthFolder != null) {
            truth = TruthFile.begin(truthFolder, deviceId, bootId, start, options);
        }
    }

    private void publish(Instant now) throws IOException {
        View.Message message = view.at(new View.Stamp(deviceId, bootId, sequence, Duration.between(start, now), now));
        if (truth != null) {
            truth.people(message.newcomers());
            truth.frame(message.truth());
        }
        capturedAt = now;
        delivery.send(new CameraFrame(
                deviceId,
                bootId,
                sequence++,
                now,
                null,
                CognitiveTypes.CAMFRAME_ANALYSIS,
                message.contentType(),
                message.body(),
                null));
    }

    /** How often it has lost its connection on purpose. */
    long outages() {
        return outages;
    }

    CameraStatus status(boolean finished) {
        Instant newest = capturedAt;
        return delivery.status(
                1e9 / settings.interval().toNanos(),
                newest == null ? 0 : Duration.between(start, newest).toMillis() / 1000.0,
                newest == null ? null : newest.toString(),
                finished);
    }

    void close() {
        view.close();
        if (truth != null) {
            truth.close();
        }
    }
}
