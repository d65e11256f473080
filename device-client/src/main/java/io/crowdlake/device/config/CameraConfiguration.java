package io.crowdlake.device.config;

import java.time.Duration;

/**
 * What the fleet may change of a running camera.
 *
 * @param enabled whether frames are sent at all
 * @param captureInterval least time between two frames, by event time; zero for the source's own rate
 * @param quality of the JPEGs, in percent
 */
public record CameraConfiguration(boolean enabled, Duration captureInterval, int quality) {

    /** What holds until the hub says something else. */
    public static final CameraConfiguration DEFAULT = new CameraConfiguration(true, Duration.ZERO, 85);

    CameraConfiguration withEnabled(boolean next) {
        return new CameraConfiguration(next, captureInterval, quality);
    }

    CameraConfiguration withCaptureInterval(Duration next) {
        return new CameraConfiguration(enabled, next, quality);
    }

    CameraConfiguration withQuality(int next) {
        return new CameraConfiguration(enabled, captureInterval, next);
    }
}
