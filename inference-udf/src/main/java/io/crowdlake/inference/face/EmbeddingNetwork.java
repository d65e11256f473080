package io.crowdlake.inference.face;

import io.crowdlake.inference.bundle.EmbeddingSettings;
import java.util.Arrays;
import java.util.List;

/** Gives faces directions that are alike for pictures of one person, all faces of a frame in one run of the network. */
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
        if (count > 0) {
            int side = settings.inputSize();
            int length = settings.dimensions();
            float[] values = network.forward(crops, count, side, side, 3).get(0).values();
            for (int i = 0; i < count; i++) {
                embeddings[i] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
            }
        }
        return embeddings;
    }
}
