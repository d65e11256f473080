package io.crowdlake.benchmark.counting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.counting.visit.LookReader;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzer;
import java.nio.file.Path;

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
        if (settings.footage() == null && settings.boxes().stream().noneMatch(Boxes::needModel)) {
            return new CountingBenchmark(settings, null, model, LookReader.NONE, progress).run();
        }
        AnalyzerSettings plain = AnalyzerSettings.ofBundle(settings.model());
        LooksKey key = settings.boxes().contains(Boxes.LOOKS)
                ? LooksKey.in(settings.detections() == null ? null : Path.of(settings.detections()))
                : null;
        AnalyzerSettings analysis = key == null ? plain : plain.withRecognition(key.policy());
        LookReader looks = key == null ? LookReader.NONE : key.reader();
        try (FaceAnalyzer analyzer = FaceAnalyzer.open(bundle, analysis)) {
            return new CountingBenchmark(settings, analyzer, model, looks, progress).run();
        }
    }
}
