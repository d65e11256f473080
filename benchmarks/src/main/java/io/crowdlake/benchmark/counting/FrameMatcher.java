package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays what was tracked over what was there. Faces that may be found or not, such as half covered ones, count neither way. */
final class FrameMatcher {

    /** From this overlap on a found box is on a face. */
    private static final double SAME = 0.5;

    private final StayIds stays;
    private final Set<String> visits;

    /** @param visits ids of those tracks that became visits; the others are sights that the tracker did not believe */
    FrameMatcher(List<PersonTruth> people, Set<String> visits) {
        this.stays = new StayIds(people);
        this.visits = visits;
    }

    MatchedFrame match(FrameTruth truth, TrackedFrame tracked) {
        List<FaceTruth> clear = truth.faces().stream().filter(FaceTruth::clear).toList();
        List<FaceTruth> unclear =
                truth.faces().stream().filter(face -> !face.clear()).toList();
        List<DetectedFace> found = new ArrayList<>();
        for (DetectedFace face : tracked.analysis().faces()) {
            boolean counts = face.visitId() != null && visits.contains(face.visitId());
            if (counts && (best(face.box(), clear) >= SAME || best(face.box(), unclear) < SAME)) {
                found.add(face);
            }
        }
        double[][] overlap = new double[clear.size()][found.size()];
        for (int i = 0; i < overlap.length; i++) {
            for (int j = 0; j < found.size(); j++) {
                overlap[i][j] = clear.get(i).box().overlap(found.get(j).box());
            }
        }
        return new MatchedFrame(
                clear.stream()
                        .map(face -> stays.at(face.personId(), truth.position()))
                        .toList(),
                found.stream().map(DetectedFace::visitId).toList(),
                overlap);
    }

    private static double best(BoundingBox box, List<FaceTruth> faces) {
        return faces.stream().mapToDouble(face -> face.box().overlap(box)).max().orElse(0);
    }
}
