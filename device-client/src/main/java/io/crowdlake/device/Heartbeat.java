package io.crowdlake.device;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.config.SoftwareVersion;
import io.crowdlake.device.hub.FramePublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells the hub how one camera is doing. All counts are totals since the start, so that a heartbeat that gets lost is made up for by the next; none
 * waits for a hub that is away. Safe for many threads.
 */
final class Heartbeat {

    private static final String JSON = "application/json";

    private final Camera camera;
    private final FramePublisher publisher;
    private final Thermometer thermometer;
    private final Clock clock;
    private final Instant start;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private long sequence;
    private long errorsTold;

    Heartbeat(Camera camera, FramePublisher publisher, Thermometer thermometer, Clock clock) {
        this.camera = camera;
        this.publisher = publisher;
        this.thermometer = thermometer;
        this.clock = clock;
        this.start = clock.instant();
    }

    /**
     * Sends one, unless the last one is still under way.
     *
     * @return completes when the hub has accepted it, or exceptionally when it has not
     */
    synchronized CompletableFuture<Void> beat() {
        if (last.isDone()) {
            DeviceTelemetry telemetry = measure();
            last = publisher.announce(new CameraFrame(
                    telemetry.deviceId(),
                    camera.bootId(),
                    sequence++,
                    telemetry.sentAt(),
                    null,
                    CognitiveTypes.DEVICE_TELEMETRY,
                    JSON,
                    JsonCodec.write(telemetry),
                    null));
        }
        return last;
    }

    private DeviceTelemetry measure() {
        Instant now = clock.instant();
        CameraStatus status = camera.status();
        String trouble = trouble(status).orElse(null);
        errorsTold = status.errors();
        Duration uptime = Duration.between(start, now);
        return new DeviceTelemetry(
                status.deviceId(),
                now,
                camera.framesCaptured(),
                status.framesSent(),
                status.framesDropped(),
                Math.max(status.framesWaiting(), publisher.waiting()),
                thermometer.celsius(),
                SoftwareVersion.get(),
                // a clock that is set right may go back
                uptime.isNegative() ? Duration.ZERO : uptime,
                trouble);
    }

    /** What is wrong now: an error of long ago, after which frames went out, is none. */
    private Optional<String> trouble(CameraStatus status) {
        Optional<String> trouble = publisher.trouble();
        if (trouble.isEmpty() && (status.errors() > errorsTold || status.finished())) {
            trouble = Optional.ofNullable(status.lastError());
        }
        if (trouble.isEmpty() && status.finished()) {
            trouble = Optional.of("the source has ended");
        }
        return trouble.map(words -> words.substring(0, Math.min(words.length(), DeviceTelemetry.LONGEST_TROUBLE)));
    }
}
