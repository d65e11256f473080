package io.crowdlake.benchmark.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.benchmark.ThreadTime;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.util.ArrayList;
import java.util.List;

/** {@code ./crowd bench inference}, in the JVM that is measured. The one argument is an {@link InferenceSettings} as JSON. */
public final class InferenceMain {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private InferenceMain() {}

    public static void main(String[] arguments) throws AnalysisException, JsonProcessingException {
        try {
            InferenceSettings settings = InferenceSettings.ofJson(arguments[0]);
            if (settings.soakFrames() > 0) {
                SoakReport report = soak(settings);
                System.out.println(MAPPER.writeValueAsString(report));
                report.failure().ifPresent(InferenceMain::fail);
            } else {
                Progress progress = new Progress(System.err, InferenceBenchmark.steps(FrameKind.ALL));
                InferenceReport report =
                        new InferenceBenchmark(settings, ThreadTime.ofSystem(), progress).run(FrameKind.ALL);
                System.out.println(MAPPER.writeValueAsString(report));
            }
        } catch (BenchmarkException | BundleException e) {
            fail(e.getMessage());
        }
    }

    private static SoakReport soak(InferenceSettings settings) throws AnalysisException {
        List<DrawnFrame> frames = new ArrayList<>();
        try (FrameComposer composer = new FrameComposer(1)) {
            for (FrameKind kind : FrameKind.ALL) {
                if (kind.width() < FrameKind.HEADLINE.width()) {
                    frames.addAll(composer.compose(kind, settings.frames()));
                }
            }
        }
        ModelBundle bundle = ModelBundle.load(settings.model());
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(bundle, AnalyzerSettings.ofBundle(settings.model()))) {
            Soak soak = new Soak(analyzer, MemoryUse::now, System.err::println);
            return SoakReport.of(settings.model(), soak.run(frames, settings.soakFrames()));
        }
    }

    private static void fail(String line) {
        System.err.println("crowd: " + line);
        System.exit(1);
    }
}
