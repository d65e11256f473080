package io.crowdlake.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.BundleManifest;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.face.FaceAnalyzerFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a model bundle and says what is in it. */
@Command(
        name = "inspect",
        description = "Check a model bundle (files, checksums, shapes of the networks) and say what is in it.",
        mixinStandardHelpOptions = true)
final class ModelInspectCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "URI",
            arity = "0..1",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            description = "A folder, a .zip file or classpath:/PATH (default ${DEFAULT-VALUE})")
    private String uri;

    @Option(names = "--json", description = "Print the manifest as JSON")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        new FaceAnalyzerFactory().check(AnalyzerSettings.ofBundle(uri));
        BundleManifest manifest = ModelBundle.load(uri).manifest();
        if (json) {
            System.out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(manifest));
            return 0;
        }
        System.out.println("bundle    " + uri);
        System.out.println("model     " + manifest.modelVersion());
        System.out.println("licence   " + manifest.licence());
        System.out.println("about     " + manifest.description());
        System.out.println("detector  " + manifest.detector());
        System.out.println("faces     " + manifest.attributes());
        manifest.files()
                .forEach((name, file) -> System.out.println(
                        "file      " + name + ", " + file.bytes() + " bytes, SHA-256 " + file.sha256()));
        System.out.println("The files are whole and the networks answer in the right shapes.");
        return 0;
    }
}
