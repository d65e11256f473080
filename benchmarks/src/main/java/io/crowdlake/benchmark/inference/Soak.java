package io.crowdlake.benchmark.inference;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.CognitiveAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Analyses very many frames, as a slot of the job does in its life, and watches whether all memory is given back. */
final class Soak {

    /** How often memory is looked at, evenly over the frames. */
    static final int POINTS = 20;

    private final CognitiveAnalyzer analyzer;
    private final Supplier<MemoryUse> memory;
    private final Consumer<String> progress;

    Soak(CognitiveAnalyzer analyzer, Supplier<MemoryUse> memory, Consumer<String> progress) {
        this.analyzer = analyzer;
        this.memory = memory;
        this.progress = progress;
    }

    /** Analyses so many frames, the given ones over and over. */
    List<SoakReport.Point> run(List<DrawnFrame> frames, long count) throws AnalysisException {
        List<SoakReport.Point> points = new ArrayList<>(POINTS);
        long done = 0;
        for (int next = 1; next <= POINTS; next++) {
            for (long until = count * next / POINTS; done < until; done++) {
                analyzer.analyze(frame(done, frames.get((int) (done % frames.size()))));
            }
            SoakReport.Point point = new SoakReport.Point(done, memory.get());
            progress.accept(point.line());
            points.add(point);
        }
        return points;
    }

    private static CameraFrame frame(long sequence, DrawnFrame drawn) {
        return new CameraFrame(
                "soak",
                "soak",
                sequence,
                Instant.EPOCH.plusMillis(sequence),
                null,
                CognitiveTypes.CAMFRAME_ANALYSIS,
                "image/jpeg",
                drawn.jpeg(),
                null);
    }
}
