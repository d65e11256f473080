package io.crowdlake.scene;

import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * A drawn frame.
 *
 * @param image opaque; drawn over by the scene's next frame
 * @param truth what is in it
 */
public record SceneFrame(BufferedImage image, FrameTruth truth) {

    public Duration position() {
        return truth.position();
    }
}
