package io.crowdlake.job.aggregate;

import static io.crowdlake.job.track.People.at;
import static io.crowdlake.job.track.People.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.window.DwellHistogram;
import io.crowdlake.counting.window.FrameCounts;
import io.crowdlake.counting.window.FrameSight;
import io.crowdlake.counting.window.PlaceCounts;
import io.crowdlake.counting.window.VisitCounts;
import io.crowdlake.job.track.OperatorRig;
import io.crowdlake.job.track.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** Savepoints of before version {@value CrowdProgressSerializer#WITH_VISITS} kept the visits of all windows apart. */
class OlderSavepointTest {

    private static final VisitCounts THREE_VISITS = new VisitCounts(
            3,
            3,
            3,
            0,
            0,
            DwellHistogram.EMPTY.plus(Duration.ofSeconds(4)),
            null,
            null,
            People.MODEL,
            PlaceCounts.EMPTY);

    @Test
    void theVisitsOfItsOpenWindowsAreTakenOver() throws Exception {
        OperatorSubtaskState savepoint;
        try (var older = new OperatorRig<>(new OlderFunction(), TrackedFrame::deviceId, true, at(0), null)) {
            older.send(step(20));
            savepoint = older.snapshot(1);
        }
        try (var now = new OperatorRig<>(
                new AggregateFunction(AggregateFunctionTest.SETTINGS),
                TrackedFrame::deviceId,
                true,
                at(20),
                savepoint)) {
            now.send(step(21));
            List<CrowdDemographics> live = now.takeOutput();
            now.send(step(61));
            List<CrowdDemographics> closed = now.takeOutput();

            assertThat(live).singleElement().satisfies(OlderSavepointTest::hasAll);
            assertThat(closed)
                    .filteredOn(CrowdDemographics::isFinal)
                    .singleElement()
                    .satisfies(OlderSavepointTest::hasAll);
        }
    }

    private static void hasAll(CrowdDemographics window) {
        assertThat(window.windowStart()).isEqualTo(at(0));
        assertThat(window.frames()).isEqualTo(6);
        assertThat(window.visitors()).isEqualTo(3);
        assertThat(window.dwellMeanSeconds()).isEqualTo(4);
    }

    private static TrackedFrame step(double seconds) {
        return new TrackedFrame(frame(Math.round(seconds * 1e3), seconds), "camera-1", at(seconds), List.of());
    }

    /** Leaves what the function of before had left after five frames and three visits. */
    private static final class OlderFunction extends KeyedProcessFunction<String, TrackedFrame, CrowdDemographics> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(TrackedFrame frame, Context context, Collector<CrowdDemographics> out)
                throws Exception {
            Instant start = at(0);
            FrameSight last = new FrameSight(frame.time(), 0, People.MODEL);
            FrameCounts frames = new FrameCounts(5, 1, 3, 0, 0, frame.time(), People.MODEL, List.of());
            ActiveWindow window = new ActiveWindow(Publication.begun(0), frames, null);
            getRuntimeContext()
                    .getState(CrowdState.PROGRESS)
                    .update(new CrowdProgress(last, false, 0, 0, null, Map.of(start, window), Map.of(), null));
            getRuntimeContext().getMapState(CrowdState.VISITS).put(start, THREE_VISITS);
        }
    }
}
