package io.crowdlake.stack.up;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the events have told of one camera. Its size is bounded, however long the stack runs. */
final class CameraNews {

    /** Events come again only from the last checkpoint on, so that a short memory is enough to know them. */
    private static final int REMEMBERED_EVENTS = 4_096;

    private static final int REMEMBERED_WINDOWS = 1_000;

    private final Map<String, Boolean> recentIds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_EVENTS;
        }
    };
    private final TreeMap<Instant, CrowdDemographics> windows = new TreeMap<>();
    private long analysed;
    private FrameAnalysis newest;
    private Instant lastEvent;

    void heard(Instant when) {
        lastEvent = when;
    }

    void frameAnalysed(String eventId, FrameAnalysis analysis) {
        if (recentIds.put(eventId, true) == null) {
            analysed++;
        }
        if (newest == null || !analysis.capturedAt().isBefore(newest.capturedAt())) {
            newest = analysis;
        }
    }

    void windowChanged(CrowdDemographics revision) {
        windows.merge(
                revision.windowStart(), revision, (before, now) -> now.revision() >= before.revision() ? now : before);
        if (windows.size() > REMEMBERED_WINDOWS) {
            windows.pollFirstEntry();
        }
    }

    /** Frames analysed; an event that comes again does not count again. */
    long analysed() {
        return analysed;
    }

    /** Faces in the newest frame. */
    int inView() {
        return newest == null ? 0 : newest.faces().size();
    }

    /** Newest revision of the newest window. */
    Optional<CrowdDemographics> currentWindow() {
        return Optional.ofNullable(windows.lastEntry()).map(Map.Entry::getValue);
    }

    /** Newest revision of each window, in order of time. */
    Collection<CrowdDemographics> windows() {
        return List.copyOf(windows.values());
    }

    Optional<Instant> lastEvent() {
        return Optional.ofNullable(lastEvent);
    }
}
