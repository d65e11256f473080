package io.crowdlake.benchmark.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.CognitiveAnalyzer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SoakTest {

    private static final List<DrawnFrame> FRAMES =
            List.of(new DrawnFrame(new byte[] {1}, List.of()), new DrawnFrame(new byte[] {2}, List.of()));

    /** Remembers what it was given. */
    private static final class CountingAnalyzer implements CognitiveAnalyzer {
        private final List<CameraFrame> frames = new ArrayList<>();

        @Override
        public FrameAnalysis analyze(CameraFrame frame) {
            frames.add(frame);
            return null;
        }

        @Override
        public void close() {}
    }

    @Test
    void analysesAllFramesOverAndOverAndLooksTwentyTimes() throws AnalysisException {
        CountingAnalyzer analyzer = new CountingAnalyzer();
        List<String> lines = new ArrayList<>();

        List<SoakReport.Point> points =
                new Soak(analyzer, () -> new MemoryUse(300_000_000, 12_300_000), lines::add).run(FRAMES, 107);

        assertThat(analyzer.frames).hasSize(107);
        assertThat(analyzer.frames).extracting(frame -> frame.payload()[0]).startsWith((byte) 1, (byte) 2, (byte) 1);
        assertThat(points).hasSize(20);
        assertThat(points.get(19).frames()).isEqualTo(107);
        assertThat(lines).hasSize(20).contains("107 frames: resident 300.0 MB, Java heap 12.3 MB");
    }

    @Test
    void memoryThatSettlesIsFine() {
        // It grows while caches fill, up to the second of twenty looks.
        SoakReport report = report(100, 200, 201, 199, 203);

        assertThat(report.growth()).isCloseTo(0.015, within(1e-9));
        assertThat(report.failure()).isEmpty();
    }

    @Test
    void memoryThatGrowsFailsInOneLine() {
        SoakReport report = report(LongStream.range(0, 20).map(i -> 200 + 2 * i).toArray());

        assertThat(report.failure())
                .get()
                .asString()
                .startsWith("resident memory grew by 17.8 %")
                .doesNotContain("\n");
    }

    @Test
    void aPeakInBetweenCountsToo() {
        assertThat(report(200, 200, 300, 200).failure()).isPresent();
    }

    @Test
    void readsWhatLinuxTells() {
        assertThat(MemoryUse.residentBytes("Name:\tjava\nVmHWM:\t  999 kB\nVmRSS:\t  123456 kB\nThreads:\t9\n"))
                .isEqualTo(123456L * 1024);
        assertThat(MemoryUse.now().residentBytes())
                .isGreaterThan(MemoryUse.now().heapBytes());
    }

    /** With points of twenty, the given ones first and the last one repeated. */
    private static SoakReport report(long... residents) {
        List<SoakReport.Point> points = new ArrayList<>();
        Iterator<Long> next = LongStream.of(residents).iterator();
        long resident = 0;
        for (int i = 1; i <= 20; i++) {
            resident = next.hasNext() ? next.next() : resident;
            points.add(new SoakReport.Point(i * 50L, new MemoryUse(resident, 1)));
        }
        return SoakReport.of("bundle", points);
    }
}
