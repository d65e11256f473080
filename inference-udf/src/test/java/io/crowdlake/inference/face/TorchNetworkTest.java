package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.inference.TinyBundle;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a network that gives back what it gets. */
class TorchNetworkTest {

    @Test
    void allOfAFrameGoInAtOnce() {
        try (TorchNetwork network = network(false)) {
            assertThat(IntStream.of(1, 3, 17).map(network::batch)).containsExactly(1, 3, 17);
        }
    }

    @Test
    void aQuantisedNetworkSeesFewSizesOfBatches() {
        try (TorchNetwork network = network(true)) {
            assertThat(IntStream.rangeClosed(1, 10).map(network::batch)).containsExactly(1, 2, 4, 4, 8, 8, 8, 8, 8, 8);
        }
    }

    /** More shapes than there are copies, each of them twice. */
    @Test
    void anyShapeGoesThrough() {
        try (TorchNetwork network = network(true)) {
            for (int turn = 0; turn < 2; turn++) {
                for (int width = 1; width <= 7; width++) {
                    byte[] bytes = new byte[3 * width];
                    ThreadLocalRandom.current().nextBytes(bytes);

                    List<Tensor> outputs = network.forward(bytes, 1, 1, width, 3);

                    assertThat(outputs).hasSize(1);
                    assertThat(outputs.get(0).shape()).containsExactly(1, 1, width, 3);
                    for (int i = 0; i < bytes.length; i++) {
                        assertThat(outputs.get(0).values()[i]).isEqualTo(bytes[i] & 0xff);
                    }
                }
            }
        }
    }

    private static TorchNetwork network(boolean quantised) {
        return new TorchNetwork(TinyBundle.content("echo.pt"), quantised);
    }
}
