package io.crowdlake.job.analyze;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Analyzers;
import io.crowdlake.inference.CognitiveAnalyzerFactory;
import io.crowdlake.inference.bundle.BundleException;
import io.crowdlake.inference.seal.SealingException;
import io.crowdlake.job.options.JobRefusedException;

/** Tries the analyzers where a job is submitted: a model that cannot work shall not start, fail and restart on a cluster. */
public final class AnalyzerCheck {

    private AnalyzerCheck() {}

    /** Throws JobRefusedException when an analyzer cannot work with the settings. */
    public static void check(Analyzers analyzers, AnalyzerSettings settings) {
        for (CognitiveAnalyzerFactory analyzer : analyzers.all()) {
            try {
                analyzer.check(settings);
            } catch (BundleException | SealingException e) {
                throw new JobRefusedException(e.getMessage());
            } catch (NoClassDefFoundError e) {
                throw new JobRefusedException(
                        "the analyzer of " + analyzer.cognitiveType() + " misses class " + e.getMessage()
                                + ", put the jars that the module flink-cluster lists into the lib folder of Flink");
            }
        }
    }
}
