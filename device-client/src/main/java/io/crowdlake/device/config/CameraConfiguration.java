package io.crowdlake.device.config;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.device.hub.Transport;
import java.time.Duration;

/**
 * What the fleet may change of a running camera.
 *
 * @param enabled whether frames are sent at all
 * @param captureInterval least time between two frames, by event time; zero for the source's own rate
 * @param quality of the JPEGs, in percent
 * @param transport how what it sees reaches the job
 * @param resolution longest side of what is sent, in pixels; 0 for the source's own
 * @param region of the picture that is sent; what is outside never leaves the camera
 * @param policy what may be told of the people in it
 * @param motionThreshold share of the picture that must look different from the last one sent, 0..1; 0 sends all
 */
public record CameraConfiguration(
        boolean enabled,
        Duration captureInterval,
        int quality,
        Transport transport,
        int resolution,
        BoundingBox region,
        AttributePolicy policy,
        double motionThreshold) {

    /** All of the picture. */
    public static final BoundingBox WHOLE = new BoundingBox(0, 0, 1, 1);

    /** What holds unless the start of the program or the hub says something else. */
    public static final CameraConfiguration DEFAULT =
            new CameraConfiguration(true, Duration.ZERO, 85, Transport.INLINE, 0, WHOLE, AttributePolicy.ALL, 0);

    CameraConfiguration withEnabled(boolean next) {
        return new CameraConfiguration(
                next, captureInterval, quality, transport, resolution, region, policy, motionThreshold);
    }

    CameraConfiguration withCaptureInterval(Duration next) {
        return new CameraConfiguration(enabled, next, quality, transport, resolution, region, policy, motionThreshold);
    }

    CameraConfiguration withQuality(int next) {
        return new CameraConfiguration(
                enabled, captureInterval, next, transport, resolution, region, policy, motionThreshold);
    }

    /** The same by another way. */
    public CameraConfiguration withTransport(Transport next) {
        return new CameraConfiguration(
                enabled, captureInterval, quality, next, resolution, region, policy, motionThreshold);
    }

    /** The same with larger or smaller pictures. */
    public CameraConfiguration withResolution(int next) {
        return new CameraConfiguration(
                enabled, captureInterval, quality, transport, next, region, policy, motionThreshold);
    }

    /** The same of another part of the picture. */
    public CameraConfiguration withRegion(BoundingBox next) {
        return new CameraConfiguration(
                enabled, captureInterval, quality, transport, resolution, next, policy, motionThreshold);
    }

    /** The same, telling more or less. */
    public CameraConfiguration withPolicy(AttributePolicy next) {
        return new CameraConfiguration(
                enabled, captureInterval, quality, transport, resolution, region, next, motionThreshold);
    }

    /** The same, sending more or less of a still scene. */
    public CameraConfiguration withMotionThreshold(double next) {
        return new CameraConfiguration(enabled, captureInterval, quality, transport, resolution, region, policy, next);
    }
}
