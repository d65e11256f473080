package io.crowdlake.scene;

import io.crowdlake.scene.paint.ScenePainter;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;

/**
 * A place with people, seen by a camera. It is stepped by event time, forward only, and never ends.
 *
 * <pre>{@code
 * Scene scene = new Scene(SceneOptions.sparse(1));
 * SceneFrame frame = scene.next();
 * }</pre>
 */
public final class Scene {

    private final SceneTruth truth;
    private final ScenePainter painter;

    public Scene(SceneOptions options) {
        this.truth = new SceneTruth(options);
        this.painter = new ScenePainter(truth.place(), truth.lens(), truth.door(), options.seed());
    }

    /** The next frame at the scene's own rate; the first one is at 0. */
    public SceneFrame next() {
        return drawn(truth.next());
    }

    /** The frame at a position that is not before the last one. */
    public SceneFrame frameAt(Duration position) {
        return drawn(truth.at(position));
    }

    /** Those who came since the frame before. */
    public List<PersonTruth> newcomers() {
        return truth.newcomers();
    }

    private SceneFrame drawn(FrameTruth frame) {
        BufferedImage image = painter.paint(truth.stances(), frame.index());
        return new SceneFrame(image, frame);
    }
}
