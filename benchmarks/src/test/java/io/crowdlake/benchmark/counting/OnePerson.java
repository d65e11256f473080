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

    /** A stay of theirs, in seconds. */
    static PersonTruth stay(int entered, int left) {
        return new PersonTruth(
                "a", 30, Gender.FEMALE, Emotion.NEUTRAL, Duration.ofSeconds(entered), Duration.ofSeconds(left));
    }
}
