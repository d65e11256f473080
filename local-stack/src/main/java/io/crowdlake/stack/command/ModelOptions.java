package io.crowdlake.stack.command;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import picocli.CommandLine.Option;

/** Which networks a command runs. */
public final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "URI",
            defaultValue = AnalyzerSettings.BUILT_IN_BUNDLE,
            description = "Model bundle: a folder, a .zip file or classpath:/PATH (default ${DEFAULT-VALUE})")
    private String model;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            defaultValue = "int8",
            description = "int8 (the quantised files where the bundle has them) or fp32; default ${DEFAULT-VALUE}")
    private Precision precision;

    AnalyzerSettings settings() {
        return AnalyzerSettings.ofBundle(model).withPrecision(precision);
    }
}
