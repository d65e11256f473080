package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.EmbeddingSettings;
import java.util.Arrays;
import java.util.List;

/** Gives faces directions that are alike for pictures of one person, the faces of a frame in few runs of the network. */
final class EmbeddingNetwork {

    private final EmbeddingSettings settings;
    private final TorchNetwork network;

    EmbeddingNetwork(EmbeddingSettings settings, TorchNetwork network) {
        this.settings = settings;
        this.network = network;
    }

    /** What is wrong with what the network gives for two black crops, or null. */
    String problem() {
        int side = settings.inputSize();
        int count = 2;
        List<Tensor> outputs = network.forward(new byte[3 * side * side * count], count, side, side, 3);
        if (outputs.size() == 1 && outputs.get(0).holds(count, settings.dimensions())) {
            return null;
        }
        return "gives " + outputs + " for " + count + " crops, must give [[" + count + ", " + settings.dimensions()
                + "]]";
    }

    /** One embedding for each crop, in their order. */
    float[][] embed(byte[] crops, int count) {
        float[][] embeddings = new float[count][];
        int side = settings.inputSize();
        int bytes = 3 * side * side;
        int length = settings.dimensions();
        for (int done = 0; done < count; ) {
            int batch = network.batch(count - done);
            byte[] part = Arrays.copyOfRange(crops, done * bytes, (done + batch) * bytes);
            float[] values = network.forward(part, batch, side, side, 3).get(0).values();
            for (int i = 0; i < batch && done < count; i++, done++) {
                embeddings[done] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
            }
        }
        return embeddings;
    }
}
