package io.crowdlake.contracts;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * What is drawn in the pictures of all cameras.
 *
 * @param cameras by device id
 * @param otherCameras for those that are not among them; nothing by default
 */
public record CameraLayouts(Map<String, CameraLayout> cameras, CameraLayout otherCameras) implements Serializable {

    /** Nothing is drawn anywhere. */
    public static final CameraLayouts NONE = new CameraLayouts(Map.of(), CameraLayout.NONE);

    public CameraLayouts {
        cameras = cameras == null ? Map.of() : cameras;
        cameras.forEach((camera, layout) -> {
            Checks.notBlank(camera, "the device id of an entry of cameras");
            Checks.present(layout, "cameras." + camera);
        });
        cameras = Map.copyOf(cameras);
        otherCameras = otherCameras == null ? CameraLayout.NONE : otherCameras;
    }

    /**
     * Reads a file that a person wrote. A field that is not known is a mistake there, and so is one that is given twice.
     *
     * @throws IOException with a one-line message that names the camera and the line or zone, by its place in the list
     */
    public static CameraLayouts read(byte[] json) throws IOException {
        return JsonCodec.readStrictly(json, CameraLayouts.class);
    }

    /** The layout of a camera. */
    public CameraLayout of(String deviceId) {
        return cameras.getOrDefault(deviceId, otherCameras);
    }
}
