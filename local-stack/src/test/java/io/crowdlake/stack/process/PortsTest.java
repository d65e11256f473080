package io.crowdlake.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesPortPartAndOptionOfATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Ports ports = new Ports()) {
            assertThatThrownBy(() -> ports.claim("Kafka", "--kafka-port", taken.getLocalPort()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " for Kafka is taken")
                    .hasMessageContaining("--kafka-port")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void handsOutDifferentFreePortsThatCanBeTakenAfterwards() throws IOException {
        Set<Integer> chosen = new HashSet<>();
        try (Ports ports = new Ports()) {
            for (int i = 0; i < 20; i++) {
                chosen.add(ports.claim("a part", "--port", 0));
            }
        }
        assertThat(chosen).hasSize(20);
        int one = chosen.iterator().next();
        try (ServerSocket socket = new ServerSocket(one, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.getLocalPort()).isEqualTo(one);
        }
    }

    @Test
    void twoPartsCannotClaimTheSamePort() {
        try (Ports ports = new Ports()) {
            int first = ports.claim("Flink", "--flink-port", 0);
            assertThatThrownBy(() -> ports.claim("Trino", "--trino-port", first))
                    .hasMessageContaining("--trino-port");
        }
    }
}
