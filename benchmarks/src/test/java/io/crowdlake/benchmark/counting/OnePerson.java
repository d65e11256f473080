package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A scene of one person, for tests. */
final class OnePerson {

    private OnePerson() {}

    /** A face, a tenth of the frame wide, at the given places across, a second each; none where that is negative. */
    static Recording recording(List<PersonTruth> stays, double... across) {
        List<RecordedFrame> frames = new ArrayList<>();
        for (int second = 0; second < across.length; second++) {
            List<FaceTruth> faces = across[second] < 0
                    ? List.of()
                    : List.of(new FaceTruth("a", new BoundingBox(across[second] - 0.05, 0.4, 0.1, 0.1), 1));
            frames.add(new RecordedFrame(new FrameTruth(second, Duration.ofSeconds(second), faces, 1), null));
        }
        return new Recording(Situation.SPARSE, 1, frames, stays);
    }

    /** The same with a face of another clarity in one of its frames. */
    static Recording withClarity(double clarity, int frame, Recording recording) {
        List<RecordedFrame> frames = new ArrayList<>(recording.frames());
        FrameTruth truth = frames.get(frame).truth();
        List<FaceTruth> faces = truth.faces().stream()
                .map(face -> new FaceTruth(face.personId(), face.box(), clarity))
                .toList();
        FrameTruth changed = new FrameTruth(truth.index(), truth.position(), faces, truth.peopleInView());
        frames.set(frame, new RecordedFrame(changed, null));
        return new Recording(recording.situation(), recording.framesPerSecond(), frames, recording.stays());
    }

    /** A stay of theirs, in seconds. */
    static PersonTruth stay(int entered, int left) {
        return new PersonTruth(
                "a", 30, Gender.FEMALE, Emotion.NEUTRAL, Duration.ofSeconds(entered), Duration.ofSeconds(left));
    }
}
