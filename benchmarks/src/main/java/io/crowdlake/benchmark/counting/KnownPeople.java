package io.crowdlake.benchmark.counting;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.batch.BatchOutcome;
import io.crowdlake.counting.place.Movement;
import io.crowdlake.counting.place.Sight;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.FaceQuality;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.counting.window.WindowAggregate;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.scene.FaceTruth;
import io.crowdlake.scene.FrameTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts as a tracker would that knows everybody: faces are the same as for the others, visits end after the same gap, and lines are crossed by the same
 * rules; only whose a face is comes from the scene. What is wrong then, no tracker could do better from these faces.
 */
final class KnownPeople {

    private final WindowGrid grid;
    private final Duration visitGap;
    private final TreeMap<Instant, WindowAggregate> windows = new TreeMap<>();
    private final Map<String, Stretch> current = new LinkedHashMap<>();
    private final Map<String, Stretch> byId = new LinkedHashMap<>();

    private KnownPeople(WindowGrid grid, Duration visitGap) {
        this.grid = grid;
        this.visitGap = visitGap;
    }

    /**
     * @param recording of the frames
     * @param frames with the faces of the recording that can be seen clearly, in its order
     */
    static BatchOutcome count(Recording recording, List<FrameAnalysis> frames, WindowGrid grid, Duration visitGap) {
        return new KnownPeople(grid, visitGap).count(recording, frames);
    }

    private BatchOutcome count(Recording recording, List<FrameAnalysis> frames) {
        StayIds stays = new StayIds(recording.stays());
        List<TrackedFrame> tracked = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            FrameTruth truth = recording.frames().get(i).truth();
            List<FaceTruth> clear =
                    truth.faces().stream().filter(FaceTruth::clear).toList();
            FrameAnalysis frame = frames.get(i);
            List<DetectedFace> faces = new ArrayList<>();
            for (int face = 0; face < clear.size(); face++) {
                String stay = stays.at(clear.get(face).personId(), truth.position());
                faces.add(frame.faces()
                        .get(face)
                        .withVisit(see(stay, frame, frame.faces().get(face))));
            }
            List<VisitUpdate> updates = faces.stream()
                    .map(face -> new VisitUpdate(visit(byId.get(face.visitId()), frame), false))
                    .toList();
            TrackedFrame seen = new TrackedFrame(frame.withFaces(faces), frame.deviceId(), frame.capturedAt(), updates);
            tracked.add(seen);
            add(grid.startOf(frame.capturedAt()), FrameCounts.ofFrame(FrameSight.of(seen)));
        }
        List<Visit> visits = byId.values().stream()
                .map(stretch -> end(stretch, frames.get(0)))
                .toList();
        String camera = frames.get(0).deviceId();
        List<CrowdDemographics> counted = windows.values().stream()
                .map(window -> window.toDemographics(camera, MiddleLine.LAYOUT, 1, true, Instant.EPOCH))
                .toList();
        return new BatchOutcome(tracked, visits, counted);
    }

    private String see(String stay, FrameAnalysis frame, DetectedFace face) {
        Instant time = frame.capturedAt();
        Stretch stretch = current.get(stay);
        if (stretch == null || Duration.between(stretch.last, time).compareTo(visitGap) > 0) {
            stretch = new Stretch(stay + "#" + byId.size(), time);
            current.put(stay, stretch);
            byId.put(stretch.id, stretch);
        }
        stretch.last = time;
        stretch.frames++;
        stretch.vote = stretch.vote.plus(face.attributes(), FaceQuality.of(frame, face));
        stretch.way = stretch.way.seen(MiddleLine.LAYOUT, Sight.of(frame, face.box()));
        VisitCounts.ofMovement(stretch.way.movement(), time, grid)
                .forEach((start, moved) -> windows.put(start, window(start).plus(moved)));
        stretch.way = stretch.way.told(time);
        return stretch.id;
    }

    private Visit end(Stretch stretch, FrameAnalysis any) {
        Visit visit = visit(stretch, any);
        Movement settled = stretch.way.ended(stretch.last).movement();
        for (Instant start : grid.startsFrom(stretch.first, stretch.last)) {
            windows.put(start, window(start).plus(new VisitUpdate(visit, true, settled)));
        }
        return visit;
    }

    private static Visit visit(Stretch stretch, FrameAnalysis any) {
        return new Visit(
                stretch.id,
                any.deviceId(),
                stretch.first,
                stretch.last,
                stretch.frames,
                stretch.vote.outcome(),
                Recognition.UNKNOWN,
                any.modelVersion());
    }

    private void add(Instant start, FrameCounts counts) {
        windows.put(start, window(start).plus(counts));
    }

    private WindowAggregate window(Instant start) {
        return windows.getOrDefault(start, WindowAggregate.empty(start, grid.endOf(start)));
    }

    /** A visit as it grows. */
    private static final class Stretch {
        private final String id;
        private final Instant first;
        private Instant last;
        private int frames;
        private AttributeVote vote = AttributeVote.EMPTY;
        private Whereabouts way = Whereabouts.UNKNOWN;

        Stretch(String id, Instant first) {
            this.id = id;
            this.first = first;
        }
    }
}
