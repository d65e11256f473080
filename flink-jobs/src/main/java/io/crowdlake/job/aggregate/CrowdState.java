package io.crowdlake.job.aggregate;

import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.job.state.RecentValues;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What {@link AggregateFunction} keeps of the camera at hand: one value that every frame changes, and apart from it what changes with the end of a
 * visit or a window. Its names are part of every savepoint: never change them.
 */
final class CrowdState {

    static final ValueStateDescriptor<CrowdProgress> PROGRESS =
            new ValueStateDescriptor<>("crowd", CrowdProgressSerializer.TYPE);
    static final MapStateDescriptor<Instant, VisitCounts> VISITS =
            new MapStateDescriptor<>("window-visits", Types.INSTANT, TypeInformation.of(VisitCounts.class));
    static final MapStateDescriptor<Instant, ArchivedWindow> ARCHIVE =
            new MapStateDescriptor<>("archived-windows", Types.INSTANT, TypeInformation.of(ArchivedWindow.class));

    private final RecentValues<CrowdProgress> progress;
    private final MapState<Instant, VisitCounts> visits;
    private final MapState<Instant, ArchivedWindow> archive;

    /** @param progress of the descriptor {@link #PROGRESS} */
    CrowdState(RecentValues<CrowdProgress> progress, RuntimeContext context) {
        this.progress = progress;
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

    /** Sums over the ended visits of each window that has closed and has nothing to publish. */
    MapState<Instant, VisitCounts> visits() {
        return visits;
    }

    /** Windows that have closed and have nothing to publish. */
    MapState<Instant, ArchivedWindow> archive() {
        return archive;
    }
}
