package io.crowdlake.benchmark.inference;

import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.BundleManifest;

/**
 * What the networks of a bundle have to compute.
 *
 * @param maxSide a frame whose longer side has more pixels is made smaller first
 * @param macsPerPixel multiply-adds of the detector for each pixel of its input, or null when the bundle does not say
 * @param macsPerFace multiply-adds of the attribute network for a face, or null when the bundle does not say; 0 when it has none
 */
record Workload(int maxSide, Double macsPerPixel, Double macsPerFace) {

    static Workload of(BundleManifest manifest) {
        AttributeSettings attributes = manifest.attributes();
        return new Workload(
                manifest.detector().maxSide(),
                manifest.detector().macsPerPixel(),
                attributes == null ? Double.valueOf(0) : attributes.macsPerFace());
    }

    /**
     * How long a frame would take if the core did nothing but multiply.
     *
     * @param peak multiply-adds per second
     * @return seconds, or null when the bundle does not say what there is to compute
     */
    Double secondsAtPeak(FrameKind kind, double peak) {
        if (macsPerPixel == null || macsPerFace == null) {
            return null;
        }
        double scale = Math.min(1, (double) maxSide / Math.max(kind.width(), kind.height()));
        double pixels = kind.width() * scale * kind.height() * scale;
        return (macsPerPixel * pixels + macsPerFace * kind.faces()) / peak;
    }
}
