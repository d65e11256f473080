package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.JpegEncoder;
import io.crowdlake.scene.PersonTruth;
import io.crowdlake.scene.Scene;
import io.crowdlake.scene.SceneFrame;
import io.crowdlake.scene.SceneOptions;
import io.crowdlake.scene.SceneTruth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays scenes. With a model it draws each frame, makes a JPEG of it and looks for faces, as camera and job do, unless it is known what they are. */
final class SceneRecorder implements AutoCloseable {

    private static final double JPEG_QUALITY = 0.85;

    private final Pictures pictures;
    private final String model;
    private final Path detections;
    private final JpegEncoder encoder = new JpegEncoder();

    /**
     * @param pictures or null, where the truth alone is wanted
     * @param model name and version of the bundle, and what else the faces depend on
     * @param detections folder in which it is kept what was found; null for nowhere
     */
    SceneRecorder(Pictures pictures, String model, Path detections) {
        this.pictures = pictures;
        this.model = model;
        this.detections = detections;
    }

    Recording record(Situation situation, long seed, double framesPerSecond, double seconds) throws AnalysisException {
        SceneOptions options = situation.scene(seed, framesPerSecond);
        int count = (int) Math.round(seconds * framesPerSecond);
        List<List<DetectedFace>> faces = pictures == null ? null : faces(options, situation, count);
        List<RecordedFrame> frames = new ArrayList<>();
        List<PersonTruth> stays = new ArrayList<>();
        SceneTruth plain = new SceneTruth(options);
        for (int i = 0; i < count; i++) {
            FrameTruth truth = plain.next();
            stays.addAll(plain.newcomers());
            frames.add(new RecordedFrame(truth, faces == null ? null : faces.get(i)));
        }
        return new Recording(situation, framesPerSecond, frames, stays);
    }

    private List<List<DetectedFace>> faces(SceneOptions options, Situation situation, int count)
            throws AnalysisException {
        if (detections == null) {
            return find(options, count);
        }
        Detections kept = Detections.in(
                detections,
                String.join(
                        " ",
                        model,
                        situation.label(),
                        "seed",
                        String.valueOf(options.seed()),
                        String.valueOf(options.framesPerSecond()),
                        "fps",
                        String.valueOf(count)));
        if (!kept.known()) {
            kept.write(find(options, count));
        }
        return kept.read();
    }

    private List<List<DetectedFace>> find(SceneOptions options, int count) throws AnalysisException {
        Scene scene = new Scene(options);
        List<List<DetectedFace>> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SceneFrame frame = scene.next();
            faces.add(pictures.analyze(
                            encoder.encode(frame.image(), JPEG_QUALITY),
                            i,
                            frame.truth().position())
                    .faces());
        }
        return faces;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
