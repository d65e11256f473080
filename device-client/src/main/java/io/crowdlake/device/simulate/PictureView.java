package io.crowdlake.device.simulate;

import io.crowdlake.scene.JpegEncoder;
import io.crowdlake.scene.Scene;
import io.crowdlake.scene.SceneFrame;
import io.crowdlake.scene.SceneOptions;

/** Draws the scene: a device sends pictures. */
final class PictureView implements View {

    private static final double QUALITY = 0.8;

    private final Scene scene;
    private final JpegEncoder encoder = new JpegEncoder();

    PictureView(SceneOptions options) {
        this.scene = new Scene(options);
    }

    @Override
    public Message at(Stamp stamp) {
        SceneFrame frame = scene.frameAt(stamp.position());
        return new Message("image/jpeg", encoder.encode(frame.image(), QUALITY), frame.truth(), scene.newcomers());
    }

    @Override
    public void close() {
        encoder.close();
    }
}
