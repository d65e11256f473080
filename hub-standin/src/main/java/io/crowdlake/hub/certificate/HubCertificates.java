package io.crowdlake.hub.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The authority and the server certificate of a folder: made at its first start, and the latter anew when it runs out or the address changes. */
public final class HubCertificates {

    private static final String CA = "ca";
    private static final String SERVER = "server";
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final Credential server;
    private final Path folder;

    private HubCertificates(CertificateAuthority authority, Credential server, Path folder) {
        this.authority = authority;
        this.server = server;
        this.folder = folder;
    }

    /**
     * Reads what is there and makes what is missing.
     *
     * @param address host name or IPv4 address at which devices reach the hub
     */
    public static HubCertificates ensure(Path folder, String address, Clock clock) throws IOException {
        CertificateAuthority authority;
        if (Credential.exists(folder, CA)) {
            authority = new CertificateAuthority(Credential.read(folder, CA));
        } else {
            authority = CertificateAuthority.create("Crowdlake hub stand-in");
            authority.own().write(folder, CA);
        }
        Credential server = Credential.exists(folder, SERVER) ? Credential.read(folder, SERVER) : null;
        if (server == null || !serves(server.certificate(), address, clock.instant())) {
            Set<String> addresses = new LinkedHashSet<>(List.of(address, "127.0.0.1", "localhost"));
            server = authority.issueServer(address, List.copyOf(addresses));
            server.write(folder, SERVER);
        }
        return new HubCertificates(authority, server, folder);
    }

    private static boolean serves(X509Certificate certificate, String address, Instant now) throws IOException {
        if (certificate.getNotAfter().toInstant().isBefore(now.plus(RENEW_BEFORE))) {
            return false;
        }
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> name.get(1).equals(address));
        } catch (CertificateParsingException e) {
            throw new IOException("the certificate of the server cannot be read: " + e.getMessage(), e);
        }
    }

    public CertificateAuthority authority() {
        return authority;
    }

    public Credential server() {
        return server;
    }

    /** What a device must trust, as PEM. */
    public Path caFile() {
        return Credential.certificateFile(folder, CA);
    }
}
