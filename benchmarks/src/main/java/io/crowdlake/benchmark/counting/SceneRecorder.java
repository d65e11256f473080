package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.face.FaceAnalyzer;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.JpegEncoder;
import io.crowdlake.scene.PersonTruth;
import io.crowdlake.scene.Scene;
import io.crowdlake.scene.SceneFrame;
import io.crowdlake.scene.SceneOptions;
import io.crowdlake.scene.SceneTruth;
import java.util.ArrayList;
import java.util.List;

/** Plays scenes. With a model it draws each frame, makes a JPEG of it and looks for faces, as camera and job do. */
final class SceneRecorder implements AutoCloseable {

    private static final double JPEG_QUALITY = 0.85;

    private final FaceAnalyzer analyzer;
    private final JpegEncoder encoder = new JpegEncoder();

    /** @param analyzer or null, where the truth alone is wanted */
    SceneRecorder(FaceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    Recording record(Situation situation, long seed, double framesPerSecond, double seconds) throws AnalysisException {
        SceneOptions options = situation.scene(seed, framesPerSecond);
        int count = (int) Math.round(seconds * framesPerSecond);
        List<RecordedFrame> frames = new ArrayList<>();
        List<PersonTruth> stays = new ArrayList<>();
        Scene scene = analyzer == null ? null : new Scene(options);
        SceneTruth plain = new SceneTruth(options);
        for (int i = 0; i < count; i++) {
            FrameTruth truth = plain.next();
            stays.addAll(plain.newcomers());
            frames.add(new RecordedFrame(truth, scene == null ? null : faces(scene.next())));
        }
        return new Recording(situation, framesPerSecond, frames, stays);
    }

    private List<DetectedFace> faces(SceneFrame frame) throws AnalysisException {
        return analyzer.faces(analyzer.decode(encoder.encode(frame.image(), JPEG_QUALITY)));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
