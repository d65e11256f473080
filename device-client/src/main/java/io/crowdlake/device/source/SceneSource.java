package io.crowdlake.device.source;

import io.crowdlake.scene.Scene;
import io.crowdlake.scene.SceneFrame;
import io.crowdlake.scene.SceneOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A drawn scene that never ends; beside the frames it writes down who is in them. */
public final class SceneSource implements CameraSource {

    private final SceneOptions options;
    private final Scene scene;
    private final Path truthFolder;
    private TruthFile truth;

    /**
     * @param truthFolder where {@code <device>.jsonl} is written, or null for nowhere
     */
    public SceneSource(SceneOptions options, Path truthFolder) {
        this.options = options;
        this.scene = new Scene(options);
        this.truthFolder = truthFolder;
    }

    @Override
    public String name() {
        return "scene";
    }

    @Override
    public double framesPerSecond() {
        return options.framesPerSecond();
    }

    @Override
    public Optional<Duration> length() {
        return Optional.empty();
    }

    @Override
    public void begin(String deviceId, String bootId, Instant start) throws IOException {
        if (truthFolder != null) {
            truth = TruthFile.begin(truthFolder, deviceId, bootId, start, options);
        }
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        SceneFrame frame = scene.next();
        if (truth != null) {
            truth.people(scene.newcomers());
            truth.frame(frame.truth());
        }
        return Optional.of(new CapturedFrame(Picture.of(frame.image()), frame.position()));
    }

    @Override
    public void close() {
        if (truth != null) {
            truth.close();
        }
    }
}
