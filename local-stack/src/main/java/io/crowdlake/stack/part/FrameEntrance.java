package io.crowdlake.stack.part;

import java.util.List;

/** Where the frames of cameras go in. */
public interface FrameEntrance {

    /** Options of the cameras' program that lead there. */
    List<String> cameraOptions();
}
