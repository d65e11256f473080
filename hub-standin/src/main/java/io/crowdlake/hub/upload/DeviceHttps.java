package io.crowdlake.hub.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import io.crowdlake.hub.certificate.Credential;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** TLS for devices: they may show a certificate, and need not. What it is worth the registry decides, as it does for MQTT. */
final class DeviceHttps extends HttpsConfigurator {

    private static final char[] NO_PASSWORD = new char[0];

    DeviceHttps(Credential credential) throws IOException {
        super(context(credential));
    }

    private static SSLContext context(Credential credential) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", credential.key(), NO_PASSWORD, new Certificate[] {credential.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            // TLS proves that a device has the key of its certificate; the registry decides what that is worth
            context.init(keys.getKeyManagers(), InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the server cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void configure(HttpsParameters parameters) {
        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
        tls.setWantClientAuth(true);
        parameters.setSSLParameters(tls);
    }

    /** What the device has shown and proved to hold the key of; empty without one. */
    static List<X509Certificate> certificates(HttpExchange exchange) {
        try {
            return Stream.of(((HttpsExchange) exchange).getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
