package io.crowdlake.job.aggregate;

import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.VisitCounts;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What {@link AggregateFunction} keeps of the camera at hand. What changes with every frame is small and apart from what changes with a visit.
 * Its names are part of every savepoint: never change them.
 */
final class CrowdState {

    static final ValueStateDescriptor<CrowdProgress> PROGRESS =
            new ValueStateDescriptor<>("progress", TypeInformation.of(CrowdProgress.class));
    static final MapStateDescriptor<String, VisitUpdate> OPEN =
            new MapStateDescriptor<>("open-visits", Types.STRING, TypeInformation.of(VisitUpdate.class));
    static final MapStateDescriptor<Instant, FrameCounts> FRAMES =
            new MapStateDescriptor<>("window-frames", Types.INSTANT, TypeInformation.of(FrameCounts.class));
    static final MapStateDescriptor<Instant, VisitCounts> VISITS =
            new MapStateDescriptor<>("window-visits", Types.INSTANT, TypeInformation.of(VisitCounts.class));
    static final MapStateDescriptor<Instant, Publication> ARCHIVE =
            new MapStateDescriptor<>("published-windows", Types.INSTANT, TypeInformation.of(Publication.class));

    private final ValueState<CrowdProgress> progress;
    private final MapState<String, VisitUpdate> open;
    private final MapState<Instant, FrameCounts> frames;
    private final MapState<Instant, VisitCounts> visits;
    private final MapState<Instant, Publication> archive;

    CrowdState(RuntimeContext context) {
        progress = context.getState(PROGRESS);
        open = context.getMapState(OPEN);
        frames = context.getMapState(FRAMES);
        visits = context.getMapState(VISITS);
        archive = context.getMapState(ARCHIVE);
    }

    /** Null for a camera that was never heard of. */
    CrowdProgress progress() throws IOException {
        return progress.value();
    }

    void progress(CrowdProgress value) throws IOException {
        progress.update(value);
    }

    /** Visits that have not ended for good, by id. */
    MapState<String, VisitUpdate> open() {
        return open;
    }

    /** Sums over the frames of each window. */
    MapState<Instant, FrameCounts> frames() {
        return frames;
    }

    /** Sums over the ended visits of each window. */
    MapState<Instant, VisitCounts> visits() {
        return visits;
    }

    /** Windows that have closed and have nothing to publish. */
    MapState<Instant, Publication> archive() {
        return archive;
    }
}
