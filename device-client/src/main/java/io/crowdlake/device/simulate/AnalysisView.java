package io.crowdlake.device.simulate;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import io.crowdlake.scene.SceneOptions;
import io.crowdlake.scene.SceneTruth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows who is in the scene without drawing it: a device sends what an analyzer without errors would find in its pictures. */
final class AnalysisView implements View {

    static final String MODEL = "crowdlake-scene-truth 1";
    private static final double CONFIDENCE = 0.9;

    /** Somebody's face may be seen for a moment after the middle of the head has left the picture. */
    private static final Duration LINGERING = Duration.ofSeconds(10);

    private final SceneOptions options;
    private final SceneTruth scene;
    private final Map<String, PersonTruth> people = new HashMap<>();

    AnalysisView(SceneOptions options) {
        this.options = options;
        this.scene = new SceneTruth(options);
    }

    @Override
    public Message at(Stamp stamp) {
        FrameTruth frame = scene.at(stamp.position());
        List<PersonTruth> newcomers = scene.newcomers();
        newcomers.forEach(newcomer -> people.put(newcomer.personId(), newcomer));
        people.values().removeIf(person -> person.left().plus(LINGERING).compareTo(stamp.position()) < 0);
        List<DetectedFace> faces = new ArrayList<>();
        for (FaceTruth face : frame.faces()) {
            if (face.clear()) {
                faces.add(new DetectedFace(face.box(), face.clarity(), attributes(people.get(face.personId())))
                        .withClothing(face.clothing())
                        .withHair(face.hair()));
            }
        }
        FrameAnalysis analysis = new FrameAnalysis(
                stamp.deviceId(),
                stamp.bootId(),
                stamp.sequence(),
                stamp.capturedAt(),
                null,
                stamp.capturedAt(),
                options.width(),
                options.height(),
                MODEL,
                faces,
                null);
        return new Message("application/json", JsonCodec.write(analysis), frame, newcomers);
    }

    private static FaceAttributes attributes(PersonTruth person) {
        return person == null
                ? FaceAttributes.UNKNOWN
                : new FaceAttributes(
                        person.age(),
                        AgeBand.ofYears(person.age()),
                        CONFIDENCE,
                        person.gender(),
                        CONFIDENCE,
                        person.emotion(),
                        CONFIDENCE);
    }

    @Override
    public void close() {
        // a scene that is not drawn holds nothing
    }
}
