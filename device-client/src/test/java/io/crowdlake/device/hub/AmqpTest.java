package io.crowdlake.device.hub;

import static io.crowdlake.device.hub.HubTesting.await;
import static io.crowdlake.device.hub.HubTesting.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.hub.LoopbackAddress;
import io.crowdlake.hub.certificate.CertificateAuthority;
import io.crowdlake.hub.certificate.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a camera begins AMQP, and what becomes of its frames where nobody speaks it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class AmqpTest {

    /** Protocol 3 of AMQP 1.0: SASL, behind which the token is sent. */
    private static final byte[] SASL_HEADER = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    @TempDir
    Path folder;

    private final CameraControl control = new CameraControl(new LiveConfiguration());
    private String address;
    private Path identity;
    private CertificateAuthority authority;
    private Path caFile;

    @BeforeEach
    void prepare() throws Exception {
        address = LoopbackAddress.free(HubProtocol.AMQPS.port());
        identity = Files.writeString(
                folder.resolve("door"), "HostName=" + address + ";DeviceId=door;SharedAccessKey=YSBrZXk=");
        authority = CertificateAuthority.create("a hub");
        authority.own().write(folder, "ca");
        caFile = Credential.certificateFile(folder, "ca");
    }

    @Test
    void aCameraOpensTlsAndBeginsAmqpAndItsFramesWaitUntilSomebodyAnswers() throws Exception {
        try (Listener listener = new Listener(HubProtocol.AMQPS.port());
                IotHub cameras = open(HubProtocol.AMQPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            CompletableFuture<Void> accepted = door.publish(frame(0));

            assertThat(listener.heard.poll(100, TimeUnit.SECONDS)).isEqualTo(SASL_HEADER);
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).hasLineCount(1).contains("the hub at " + address);
            assertThat(listener.heard.poll(100, TimeUnit.SECONDS))
                    .as("the next attempt")
                    .isEqualTo(SASL_HEADER);
            assertThat(accepted).isNotDone();
            assertThat(door.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aWebSocketIsAskedForBeforeAmqp() throws Exception {
        try (Listener listener = new Listener(HubProtocol.AMQPS_WS.port());
                IotHub cameras = open(HubProtocol.AMQPS_WS)) {
            HubTesting.publisher(cameras, control);
            assertThat(listener.heard.poll(100, TimeUnit.SECONDS)).asString().startsWith("GET ");
        }
    }

    @Test
    void whereNobodyListensFramesWaitForTheNextStart() throws Exception {
        try (IotHub cameras = open(HubProtocol.AMQPS)) {
            FramePublisher door = HubTesting.publisher(cameras, control);
            door.publish(frame(0));
            await(() -> door.trouble().isPresent());
            assertThat(door.trouble().orElseThrow()).hasLineCount(1).contains("the hub at " + address);
        }
        try (IotHub cameras = open(HubProtocol.AMQPS)) {
            assertThat(HubTesting.publisher(cameras, control).waiting()).isEqualTo(1);
        }
    }

    private IotHub open(HubProtocol protocol) {
        return HubTesting.open(identity, protocol, new DeviceTls(caFile, null, null));
    }

    /** Takes TLS, hears the first words, and hangs up. */
    private final class Listener implements AutoCloseable {

        final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
        private final ServerSocket socket;

        Listener(int port) throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Credential server = authority.issueServer(address, List.of(address));
            store.setKeyEntry("server", server.key(), new char[0], new Certificate[] {server.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            socket = tls.getServerSocketFactory().createServerSocket(port, 10, InetAddress.getByName(address));
            Thread thread = new Thread(this::listen, "amqp listener");
            thread.setDaemon(true);
            thread.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket camera = socket.accept()) {
                    heard.add(camera.getInputStream().readNBytes(SASL_HEADER.length));
                } catch (IOException e) {
                    // a camera that has gone, or the end of the test
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
