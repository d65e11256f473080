package io.crowdlake.counting.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.counting.Faces;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitIdsTest {

    @Test
    void isTheSameForTheSameFaceForEver() {
        assertThat(VisitIds.of(frame("camera-1", "boot-1", 7), 0)).isEqualTo("d48e5f7ddb092c0930601b0014f40857");
    }

    @Test
    void differsByDeviceBootSequenceAndFace() {
        List<String> ids = Stream.of(
                        VisitIds.of(frame("camera-1", "boot-1", 7), 0),
                        VisitIds.of(frame("camera-1", "boot-1", 7), 1),
                        VisitIds.of(frame("camera-1", "boot-1", 8), 0),
                        VisitIds.of(frame("camera-1", "boot-2", 7), 0),
                        VisitIds.of(frame("camera-2", "boot-1", 7), 0))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    private static FrameAnalysis frame(String device, String boot, long sequence) {
        return new FrameAnalysis(
                device, boot, sequence, Faces.NOON, null, Faces.NOON, 640, 480, Faces.MODEL, List.of(), null);
    }
}
