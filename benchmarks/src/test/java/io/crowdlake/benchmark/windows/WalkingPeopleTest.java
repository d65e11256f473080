package io.crowdlake.benchmark.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.batch.BatchOutcome;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WalkingPeopleTest {

    @Test
    void fourPeopleWalkByInHalfAMinuteAndFourMoreFollow() {
        List<FrameAnalysis> fiveMinutes = frames(new WalkingPeople(1, 1, 0), 300);
        BatchOutcome counted = new BatchCount(
                        TrackerParameters.ofVisitGap(Duration.ofSeconds(10)),
                        new WindowGrid(Duration.ofHours(1), Duration.ZERO),
                        Duration.ofSeconds(15))
                .count(fiveMinutes);

        assertThat(fiveMinutes).allSatisfy(frame -> assertThat(frame.faces()).hasSize(4));
        assertThat(counted.visits())
                .as("4 at a time, 10 times, some cut at both ends")
                .hasSizeBetween(40, 46);
    }

    @Test
    void camerasTakeTurnsAndEachNumbersItsFrames() {
        List<FrameAnalysis> frames = frames(new WalkingPeople(3, 5, 0), 6);

        assertThat(frames).extracting(FrameAnalysis::sequence).containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(frames).extracting(FrameAnalysis::deviceId).startsWith("camera-100000", "camera-100001");
        assertThat(frames.get(3).capturedAt()).isEqualTo(WalkingPeople.START.plusMillis(200));
    }

    @Test
    void oneOfSoManyFramesIsOvertaken() {
        assertThat(frames(new WalkingPeople(1, 1, 4), 8))
                .extracting(FrameAnalysis::sequence)
                .containsExactly(1L, 0L, 2L, 3L, 5L, 4L, 6L, 7L);
    }

    private static List<FrameAnalysis> frames(WalkingPeople people, int number) {
        return LongStream.range(0, number).mapToObj(people::analysis).toList();
    }
}
