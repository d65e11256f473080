package io.crowdlake.stack.fleet;

import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import io.crowdlake.stack.StackException;
import io.crowdlake.stack.data.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * How to reach a hub as those who run it.
 *
 * @param connectionStringFile holds {@code HostName=...;SharedAccessKeyName=...;SharedAccessKey=...} of a policy that may read and write the registry
 *     and connect as a service
 * @param caFile authority of the hub's certificate in PEM, or null for those that this Java trusts
 */
public record ServiceConnection(Path connectionStringFile, Path caFile) {

    private static final Duration VALIDITY = Duration.ofHours(1);

    /** That of the hub which {@code ./crowd up} has started over a data folder. */
    public static ServiceConnection of(DataFolder data) {
        Path file = data.hub().resolve(HubSettings.SERVICE_CONNECTION_STRING_FILE);
        if (!Files.exists(file)) {
            throw new StackException(
                    "there is no hub in " + data.root()
                            + ": start one with ./crowd up, or name the file with the connection string of yours with --connection");
        }
        return new ServiceConnection(file, data.hub().resolve(HubSettings.CA_FILE));
    }

    /**
     * A token that gives its bearer an hour at the hub. The SDK would make one of the connection string itself, but knows no host with a port.
     *
     * @throws StackException when the file holds no connection string
     */
    String token(Instant now) {
        try {
            return SharedAccessSignature.sign(
                            host().toLowerCase(Locale.ROOT),
                            DeviceKeys.decoded(field("SharedAccessKey")),
                            now.plus(VALIDITY))
                    + "&skn=" + URLEncoder.encode(field("SharedAccessKeyName"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StackException(
                    "--connection is " + connectionStringFile + ", whose SharedAccessKey is no Base64", e);
        }
    }

    private String connectionString() {
        String text;
        try {
            text = Files.readString(connectionStringFile).strip();
        } catch (IOException e) {
            throw new StackException("--connection is " + connectionStringFile + ", must be a readable file", e);
        }
        if (!text.matches("(?i)(.*;)?HostName=[^;]+\\.[^;]+(;.*)?")
                || !text.matches("(?i)(.*;)?SharedAccessKeyName=[^;]+(;.*)?")
                || !text.matches("(?i)(.*;)?SharedAccessKey=[^;]+(;.*)?")) {
            throw new StackException("--connection is " + connectionStringFile
                    + ", must hold HostName=<hub>;SharedAccessKeyName=<policy>;SharedAccessKey=<key>,"
                    + " as the hub's shared access policies show it");
        }
        return text;
    }

    /** The hub's name, with its port where it has one of its own. */
    String host() {
        return field("HostName");
    }

    private String field(String name) {
        return connectionString().replaceFirst("(?i)(?:.*;)?" + name + "=([^;]+).*", "$1");
    }

    /** Where devices reach the hub: they know their port themselves. */
    String deviceHost() {
        return host().replaceFirst(":\\d+$", "");
    }

    /** What trusts the hub; null for what trusts everybody that this Java trusts. */
    SSLSocketFactory trust() {
        if (caFile == null) {
            return null;
        }
        try (InputStream pem = Files.newInputStream(caFile)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            int number = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("ca-" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("--hub-ca is " + caFile + ", must hold certificates in PEM", e);
        }
    }
}
