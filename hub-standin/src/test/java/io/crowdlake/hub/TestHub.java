package io.crowdlake.hub;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.crowdlake.hub.certificate.Credential;
import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.TelemetrySink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A hub at an address of its own with the port of Azure's SDK, whose messages end in a list. It can be stopped and started again. */
public final class TestHub implements AutoCloseable {

    /** Accepted so far, oldest first. */
    public final List<DeviceMessage> messages = new CopyOnWriteArrayList<>();

    /** Whether messages are accepted at once; otherwise they wait for {@link #accept()}. */
    public volatile boolean accepting = true;

    private final List<CompletableFuture<Void>> held = new CopyOnWriteArrayList<>();
    private final HubSettings settings;
    private HubStandIn hub;

    public TestHub(Path folder) throws IOException, InterruptedException {
        this(folder, HubLimits.DEFAULT);
    }

    public TestHub(Path folder, HubLimits limits) throws IOException, InterruptedException {
        settings = new HubSettings(
                folder,
                LoopbackAddress.free(HubSettings.MQTT_PORT),
                HubSettings.MQTT_PORT,
                0,
                HubSettings.HTTPS_PORT,
                limits);
        start();
    }

    /** Starts it again after {@link #close()}, over the same folder. */
    public void start() throws IOException, InterruptedException {
        hub = HubStandIn.start(settings, new ListSink(), Clock.systemUTC());
    }

    /** As a hub that has no storage account, and neither WebSocket nor HTTPS. */
    public void startWithoutHttps() throws IOException, InterruptedException {
        hub = HubStandIn.start(
                new HubSettings(
                        settings.folder(),
                        settings.address(),
                        settings.mqttPort(),
                        settings.adminPort(),
                        -1,
                        settings.limits()),
                new ListSink(),
                Clock.systemUTC());
    }

    public HubStandIn hub() {
        return hub;
    }

    /** Where WebSockets, HTTPS and files are taken; a test that asks is skipped where this machine does not let that port be opened. */
    public int httpsPort() {
        assumeThat(hub.httpsPort())
                .as("port " + settings.httpsPort() + " of this machine")
                .isPresent();
        return hub.httpsPort().getAsInt();
    }

    public String address() {
        return settings.address();
    }

    /** Accepts what waits, and all that comes. */
    public void accept() {
        accepting = true;
        held.forEach(one -> one.complete(null));
        held.clear();
    }

    /** Trusts the hub. */
    public SSLContext trust() throws IOException {
        return trust(hub.caFile());
    }

    /** Trusts the hub, and shows a certificate. */
    public SSLContext trustShowing(Credential own) throws IOException {
        return trust(hub.caFile(), own);
    }

    /** Trusts whom an authority vouches for. */
    public static SSLContext trust(Path caFile) throws IOException {
        return trust(caFile, null);
    }

    private static SSLContext trust(Path caFile, Credential own) throws IOException {
        try (InputStream pem = Files.newInputStream(caFile)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : keys(own).getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyManagerFactory keys(Credential own) throws GeneralSecurityException, IOException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("own", own.key(), none, new Certificate[] {own.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, none);
        return keys;
    }

    /** Waits until as many messages are there; fails after a long time. */
    public void awaitMessages(int count) throws InterruptedException {
        for (int i = 0; i < 3000 && messages.size() < count; i++) {
            Thread.sleep(20);
        }
        if (messages.size() < count) {
            throw new AssertionError(messages.size() + " messages have come, not " + count);
        }
    }

    @Override
    public void close() {
        hub.close();
    }

    private final class ListSink implements TelemetrySink {

        @Override
        public CompletableFuture<Void> accept(DeviceMessage message) {
            messages.add(message);
            if (accepting) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> later = new CompletableFuture<>();
            held.add(later);
            return later;
        }

        @Override
        public void close() {}
    }
}
