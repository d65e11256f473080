package io.crowdlake.stack.command;

import io.crowdlake.inference.bundle.BundleImport;
import io.crowdlake.inference.bundle.BundleWriter;
import io.crowdlake.inference.bundle.ModelBundle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bundle of somebody's own networks. */
@Command(
        name = "import",
        description = {
            "Make a model bundle of TorchScript files and a manifest that lies beside them: a bundle.json without \"files\".",
            "The manifest is checked field by field and each network is tried; then sizes and checksums are added and all is written.",
            "docs/model-bundles.md explains the fields and has an example. Nothing is fetched, and no Python is run."
        },
        mixinStandardHelpOptions = true)
final class ModelImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "The manifest; the files that it names lie beside it")
    private Path manifest;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR|FILE.zip",
            description = "Where the bundle goes; nothing may be there yet")
    private Path out;

    @Option(
            names = "--include",
            paramLabel = "NAME",
            description =
                    "A further file beside the manifest that goes along, such as a licence or a model card; repeatable")
    private List<String> included = List.of();

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        ModelBundle bundle = BundleImport.read(manifest, included);
        new ModelDescription(bundle).tryNetworks();
        BundleWriter.write(bundle, out);
        new ModelDescription(ModelBundle.load(out.toString())).print(terminal);
        terminal.println("The networks answer in the right shapes. Use it with --model " + out
                + ", or in a job with --model.bundle.");
        return 0;
    }
}
