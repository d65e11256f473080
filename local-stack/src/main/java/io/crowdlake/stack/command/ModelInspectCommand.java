package io.crowdlake.stack.command;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.bundle.BundleWriter;
import io.crowdlake.inference.bundle.ModelBundle;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a model bundle and says what is in it. */
@Command(
        name = "inspect",
        description = {
            "Check a model bundle (files, checksums, shapes of the networks at every precision) and say what is in it.",
            "Nothing but the bundle is fetched, and no Python is run."
        },
        mixinStandardHelpOptions = true)
final class ModelInspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URI",
            arity = "0..1",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            description = "A folder, a .zip file or classpath:/PATH (default ${DEFAULT-VALUE})")
    private String uri;

    @Option(names = "--json", description = "Print the manifest as JSON")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelDescription description = new ModelDescription(ModelBundle.load(uri));
        description.tryNetworks();
        if (json) {
            out.println(BundleWriter.json(description.bundle().manifest()).stripTrailing());
            return 0;
        }
        description.print(out);
        out.println("The files are whole and the networks answer in the right shapes.");
        return 0;
    }
}
