package io.crowdlake.counting.visit;

import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.SealedEmbedding;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person looked like at their best face, to be recognised by. Nothing here can read it.
 *
 * @param embedding sealed
 * @param quality of the face, 0..1 (see {@link FaceQuality})
 * @param seen event time of the frame
 * @param modelVersion bundle that made it: embeddings of different bundles cannot be compared
 */
public record Look(SealedEmbedding embedding, double quality, Instant seen, String modelVersion) {

    public Look {
        Objects.requireNonNull(embedding, "embedding is null");
        Objects.requireNonNull(seen, "seen is null");
        Objects.requireNonNull(modelVersion, "modelVersion is null");
    }

    /** The better of what is known, which may be null, and what a face shows, which may be nothing; the earlier of equals. */
    public static Look better(Look known, FrameAnalysis frame, DetectedFace face) {
        if (face.embedding() == null) {
            return known;
        }
        return better(
                known,
                new Look(face.embedding(), FaceQuality.of(frame, face), frame.capturedAt(), frame.modelVersion()));
    }

    /** The better of two, either of which may be null; the earlier of equals, which is given first. */
    public static Look better(Look known, Look later) {
        if (known == null || later == null) {
            return known == null ? later : known;
        }
        return known.quality() >= later.quality() ? known : later;
    }
}
