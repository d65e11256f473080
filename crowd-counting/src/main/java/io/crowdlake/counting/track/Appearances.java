package io.crowdlake.counting.track;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.visit.FaceQuality;
import io.crowdlake.counting.visit.Features;
import io.crowdlake.counting.visit.Look;
import io.crowdlake.counting.visit.LookReader;
import java.util.IdentityHashMap;
import java.util.Map;

/** What everybody appears to be, for one frame: whatever had to be opened for it is forgotten with it. */
final class Appearances {

    private final LookReader reader;
    private final Map<Look, Features> opened = new IdentityHashMap<>();

    Appearances(LookReader reader) {
        this.reader = reader;
    }

    /** Of a single face. */
    Appearance of(FrameAnalysis frame, DetectedFace face) {
        return Appearance.of(face, FaceQuality.of(frame, face), features(Look.better(null, frame, face)));
    }

    /** Of all looks at a person. */
    Appearance of(Track track) {
        return Appearance.of(track, features(track.look()));
    }

    private Features features(Look look) {
        if (look == null || reader == LookReader.NONE) {
            return null;
        }
        return opened.computeIfAbsent(look, this::read);
    }

    private Features read(Look look) {
        float[] direction = reader.read(look);
        return direction == null ? null : new Features(direction, look.quality(), look.modelVersion());
    }
}
