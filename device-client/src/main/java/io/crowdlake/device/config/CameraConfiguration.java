package io.crowdlake.device.config;

import io.crowdlake.device.hub.Transport;
import java.time.Duration;

/**
 * What the fleet may change of a running camera.
 *
 * @param enabled whether frames are sent at all
 * @param captureInterval least time between two frames, by event time; zero for the source's own rate
 * @param quality of the JPEGs, in percent
 * @param transport how what it sees reaches the job
 */
public record CameraConfiguration(boolean enabled, Duration captureInterval, int quality, Transport transport) {

    /** What holds unless the start of the program or the hub says something else. */
    public static final CameraConfiguration DEFAULT =
            new CameraConfiguration(true, Duration.ZERO, 85, Transport.INLINE);

    CameraConfiguration withEnabled(boolean next) {
        return new CameraConfiguration(next, captureInterval, quality, transport);
    }

    CameraConfiguration withCaptureInterval(Duration next) {
        return new CameraConfiguration(enabled, next, quality, transport);
    }

    CameraConfiguration withQuality(int next) {
        return new CameraConfiguration(enabled, captureInterval, next, transport);
    }

    /** The same by another way. */
    public CameraConfiguration withTransport(Transport next) {
        return new CameraConfiguration(enabled, captureInterval, quality, next);
    }
}
