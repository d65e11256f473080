package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;

/** {@code ./crowd bench counting}. The one argument is a {@link CountingSettings} as JSON. */
public final class CountingMain {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CountingMain() {}

    public static void main(String[] arguments) throws AnalysisException, JsonProcessingException {
        try {
            CountingSettings settings = CountingSettings.ofJson(arguments[0]);
            System.out.println(MAPPER.writeValueAsString(run(settings)));
        } catch (BenchmarkException | BundleException e) {
            System.err.println("crowd: " + e.getMessage());
            System.exit(1);
        }
    }

    private static CountingReport run(CountingSettings settings) throws AnalysisException {
        Progress progress = new Progress(System.err, CountingBenchmark.steps(settings));
        ModelBundle bundle = ModelBundle.load(settings.model());
        String model = bundle.manifest().name() + " " + bundle.manifest().version();
        if (settings.footage() == null && !settings.boxes().contains(Boxes.DETECTED)) {
            return new CountingBenchmark(settings, null, model, progress).run();
        }
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(bundle, AnalyzerSettings.ofBundle(settings.model()))) {
            return new CountingBenchmark(settings, analyzer, model, progress).run();
        }
    }
}
