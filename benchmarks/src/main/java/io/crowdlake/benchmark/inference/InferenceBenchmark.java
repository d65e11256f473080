package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Processor;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.benchmark.ThreadTime;
import io.crowdlake.benchmark.onnx.BaselineFolder;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.BundleManifest;
import io.crowdlake.inference.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures a bundle, and the baseline next to it where there is one, on all kinds of frames. */
final class InferenceBenchmark {

    private static final int ROUNDS = 7;

    private final InferenceSettings settings;
    private final ThreadTime time;
    private final Progress progress;
    private final ModelBundle bundle;

    /** Loads the bundle; throws BenchmarkException with one line where the baseline would do more than it. */
    InferenceBenchmark(InferenceSettings settings, ThreadTime time, Progress progress) {
        this.settings = settings;
        this.time = time;
        this.progress = progress;
        this.bundle = ModelBundle.load(settings.model());
        if (settings.baseline() != null && bundle.manifest().attributes() == null) {
            throw new BenchmarkException("model bundle " + bundle.uri()
                    + " has no attribute network, and --baseline describes faces: leave out --baseline, or name another"
                    + " --model");
        }
    }

    /** How many steps it has, for the progress. */
    static int steps(List<FrameKind> kinds) {
        return kinds.size() + 2;
    }

    /** The whole measurement, on the calling thread. */
    InferenceReport run(List<FrameKind> kinds) throws AnalysisException {
        List<Contender> contenders = new ArrayList<>();
        try (FrameComposer composer = new FrameComposer(1)) {
            open(contenders);
            progress.step("start of a JVM up to its first analysed frame");
            DrawnFrame first = composer.compose(FrameKind.HEADLINE, 1).get(0);
            StartUp startUp = StartUp.measure(settings.model(), first);
            progress.result(String.format(
                    Locale.ROOT,
                    "%.2f s, %.2f s of processor time",
                    startUp.seconds().median(),
                    startUp.cpuSeconds().median()));
            progress.step("how fast this core multiplies matrices");
            MatrixPeak peak = MatrixPeak.measure(time);
            progress.result(peak.line());
            List<InferenceRow> rows = new ArrayList<>();
            for (FrameKind kind : kinds) {
                progress.step(kind.label());
                rows.addAll(rows(kind, contenders, composer.compose(kind, settings.frames()), peak));
            }
            return report(startUp, peak, rows);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** Our default comes first, the baseline last. */
    private void open(List<Contender> contenders) {
        BundleManifest manifest = bundle.manifest();
        AttributeSettings attributes = manifest.attributes();
        if (manifest.detector().int8File() != null || attributes != null && attributes.int8File() != null) {
            contenders.add(new FaceAnalyzerContender(bundle, Precision.INT8));
        }
        contenders.add(new FaceAnalyzerContender(bundle, Precision.FP32));
        if (settings.baseline() != null) {
            contenders.add(new OnnxContender(new BaselineFolder(Path.of(settings.baseline()))));
        }
    }

    private List<InferenceRow> rows(
            FrameKind kind, List<Contender> contenders, List<DrawnFrame> frames, MatrixPeak peak)
            throws AnalysisException {
        Rounds rounds = new Rounds(ROUNDS, Math.round(settings.seconds() * 1e9 / ROUNDS), time);
        Map<String, List<Turn>> turns = rounds.run(contenders, frames);
        List<Turn> baseline = turns.get(OnnxContender.NAME);
        Workload workload = Workload.of(bundle.manifest());
        List<InferenceRow> rows = new ArrayList<>();
        turns.forEach((analyzer, own) -> {
            boolean ours = !analyzer.equals(OnnxContender.NAME);
            Double secondsAtPeak = ours ? workload.secondsAtPeak(kind, peak.of(analyzer)) : null;
            InferenceRow row = InferenceRow.of(kind, analyzer, own, secondsAtPeak, ours ? baseline : null);
            progress.result(row.line());
            rows.add(row);
        });
        return rows;
    }

    private InferenceReport report(StartUp startUp, MatrixPeak peak, List<InferenceRow> rows) {
        InferenceRow headline = rows.stream()
                .filter(row -> row.frame().equals(FrameKind.HEADLINE))
                .findFirst()
                .orElse(null);
        return new InferenceReport(
                bundle.manifest().modelVersion(),
                bundle.uri(),
                Processor.name(),
                ROUNDS,
                startUp,
                peak,
                headline,
                rows);
    }
}
