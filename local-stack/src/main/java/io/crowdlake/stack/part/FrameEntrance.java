package io.crowdlake.stack.part;

import java.util.List;
import java.util.Map;

/** Where the frames of cameras go in. */
public interface FrameEntrance {

    /** Options of the cameras' program that lead there. */
    List<String> cameraOptions();

    /** Options of the job that it needs to read what comes from there. */
    default Map<String, String> jobOptions() {
        return Map.of();
    }
}
