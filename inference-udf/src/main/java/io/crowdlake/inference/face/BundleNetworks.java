package io.crowdlake.inference.face;

import ai.djl.engine.EngineException;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import io.crowdlake.inference.bundle.AttributeSettings;
import io.crowdlake.inference.bundle.DetectorSettings;
import io.crowdlake.inference.bundle.EmbeddingSettings;
import io.crowdlake.inference.bundle.ModelBundle;
import io.crowdlake.inference.bundle.NetworkFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The networks of a bundle, each loaded and tried with an input that it must answer. */
final class BundleNetworks implements AutoCloseable {

    private final ModelBundle bundle;
    private final Precision precision;
    private final Deque<TorchNetwork> open = new ArrayDeque<>();
    private final FaceDetector detector;
    private final AttributeNetwork attributes;
    private final EmbeddingNetwork embedding;

    /** Loads all, or none when one of them cannot be used: that is a BundleException with one line. */
    BundleNetworks(ModelBundle bundle, AnalyzerSettings settings) {
        this.bundle = bundle;
        this.precision = settings.precision();
        DetectorSettings detect = bundle.manifest().detector();
        AttributeSettings describe = bundle.manifest().attributes();
        EmbeddingSettings embed = bundle.manifest().embedding();
        if (settings.embeddings() && embed == null) {
            throw bundle.broken("bundle.json", "has no embedding; use a bundle that has one, or leave embeddings off");
        }
        try {
            detector = load(detect, FaceDetector::new, FaceDetector::problem);
            attributes = describe == null ? null : load(describe, AttributeNetwork::new, AttributeNetwork::problem);
            embedding = settings.embeddings() ? load(embed, EmbeddingNetwork::new, EmbeddingNetwork::problem) : null;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    FaceDetector detector() {
        return detector;
    }

    /** Null where the bundle has none. */
    AttributeNetwork attributes() {
        return attributes;
    }

    /** Null where it was not asked for. */
    EmbeddingNetwork embedding() {
        return embedding;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private <S extends NetworkFiles, N> N load(
            S settings, BiFunction<S, TorchNetwork, N> use, Function<N, String> trial) {
        String file = settings.file(precision);
        TorchNetwork network;
        try {
            network = new TorchNetwork(bundle.content(file), file.equals(settings.int8File()));
        } catch (EngineException e) {
            throw bundle.broken(
                    file,
                    "is no TorchScript file that the engine reads: " + firstLine(e)
                            + "; export the network with torch.jit");
        }
        open.push(network);
        N used = use.apply(settings, network);
        String problem;
        try {
            problem = trial.apply(used);
        } catch (RuntimeException e) {
            problem = "fails on a trial input: " + firstLine(e);
        }
        if (problem != null) {
            throw bundle.broken(
                    file, problem + "; export the network as the bundle format says, or declare its input and output");
        }
        return used;
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
