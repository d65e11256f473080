package io.crowdlake.hub.registry;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.identity.SharedAccessSignature;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Finds out whether a device is who it says. */
public final class Authenticator {

    /** How far a device's clock may be behind when it signs. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final DeviceRegistry registry;
    private final Set<String> hostNames;
    private final X509Certificate authority;
    private final Clock clock;

    /**
     * @param hostNames of the hub: what a token may be made out to
     * @param authority whose certificates count
     */
    public Authenticator(DeviceRegistry registry, Set<String> hostNames, X509Certificate authority, Clock clock) {
        this.registry = registry;
        this.hostNames = Set.copyOf(hostNames);
        this.authority = authority;
        this.clock = clock;
    }

    /** The device of a user name {@code hub/device/?api-version=...}. */
    public Identity authenticate(ConnectRequest request) throws RefusedException {
        String[] parts = request.userName().split("/", 3);
        if (parts.length < 3 || !parts[2].contains("api-version=")) {
            throw new RefusedException("the user name must be {hub}/{device}/?api-version=...");
        }
        String deviceId = parts[1];
        if (!hostNames.contains(parts[0])) {
            throw new RefusedException(deviceId + ": the user name is for hub " + parts[0] + ", this is " + hostNames);
        }
        if (!request.clientId().equals(deviceId)) {
            throw new RefusedException(
                    deviceId + ": the client id is " + request.clientId() + ", must be the device id");
        }
        return authenticate(deviceId, request.password(), request.certificates());
    }

    /**
     * The device that shows this.
     *
     * @param token empty without one
     * @param certificates that it has proved to hold the key of, its own first; empty without one
     */
    public Identity authenticate(String deviceId, String token, List<X509Certificate> certificates)
            throws RefusedException {
        Device device =
                registry.find(deviceId).orElseThrow(() -> new RefusedException(deviceId + " is not registered"));
        if (!device.enabled()) {
            throw new RefusedException(deviceId + " is disabled");
        }
        switch (device.authentication().type()) {
            case SAS -> checkToken(device, token);
            case SELF_SIGNED -> checkThumbprint(device, certificates);
            case CERTIFICATE_AUTHORITY -> checkCertificate(deviceId, certificates);
        }
        return device.identity();
    }

    private void checkToken(Device device, String password) throws RefusedException {
        String deviceId = device.deviceId();
        if (password.isEmpty()) {
            throw new RefusedException(deviceId + ": no token was given");
        }
        checkToken(
                deviceId,
                password,
                hostNames,
                "/devices/" + deviceId,
                List.of(
                        device.authentication().symmetricKey().primaryKey(),
                        device.authentication().symmetricKey().secondaryKey()),
                clock);
    }

    /**
     * Checks a token in full.
     *
     * @param who for the message
     * @param prefixes what its resource may begin with
     * @param path what its resource must end with
     * @param keys any of which may have signed it
     */
    public static void checkToken(
            String who, String token, Set<String> prefixes, String path, List<String> keys, Clock clock)
            throws RefusedException {
        SharedAccessSignature signature;
        try {
            signature = SharedAccessSignature.parse(token);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(who + ": the token " + e.getMessage());
        }
        String resource = signature.resource();
        if (prefixes.stream().noneMatch(prefix -> resource.equals(prefix + path))) {
            throw new RefusedException(who + ": the token is for " + resource);
        }
        if (keys.stream().noneMatch(key -> signature.isSignedBy(DeviceKeys.decoded(key)))) {
            throw new RefusedException(who + ": the token is signed with a wrong key");
        }
        Instant now = clock.instant();
        if (signature.expiry().isBefore(now.minus(CLOCK_TOLERANCE))) {
            throw new RefusedException(who + ": the token expired at " + signature.expiry()
                    + "; if the device has just made it, its clock is wrong");
        }
    }

    private static void checkThumbprint(Device device, List<X509Certificate> certificates) throws RefusedException {
        if (certificates.isEmpty()) {
            throw new RefusedException(device.deviceId() + ": no certificate was given");
        }
        for (String algorithm : List.of("SHA-1", "SHA-256")) {
            if (device.authentication().x509Thumbprint().matches(digest(algorithm, certificates.get(0)))) {
                return;
            }
        }
        throw new RefusedException(device.deviceId() + ": the certificate has another thumbprint than registered");
    }

    private void checkCertificate(String deviceId, List<X509Certificate> certificates) throws RefusedException {
        if (certificates.isEmpty()) {
            throw new RefusedException(deviceId + ": no certificate was given");
        }
        X509Certificate certificate = certificates.get(0);
        checkChain(deviceId, certificates);
        String commonName = commonName(certificate);
        if (!deviceId.equals(commonName)) {
            throw new RefusedException(deviceId + ": the certificate is for " + commonName);
        }
    }

    /** Each of the chain is signed by the next, the last by the authority. */
    private void checkChain(String deviceId, List<X509Certificate> certificates) throws RefusedException {
        try {
            for (int i = 0; i < certificates.size(); i++) {
                X509Certificate one = certificates.get(i);
                if (one.equals(authority)) {
                    return;
                }
                one.checkValidity(Date.from(clock.instant()));
                boolean last = i == certificates.size() - 1;
                if (!last && certificates.get(i + 1).getBasicConstraints() < 0) {
                    throw new RefusedException(deviceId + ": the certificate is signed by one that may not sign");
                }
                PublicKey signer = last
                        ? authority.getPublicKey()
                        : certificates.get(i + 1).getPublicKey();
                one.verify(signer);
            }
        } catch (GeneralSecurityException e) {
            throw new RefusedException(deviceId + ": the certificate is not valid: " + e.getMessage());
        }
    }

    /** The first of its subject, or null. */
    public static String commonName(X509Certificate certificate) {
        try {
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    return rdn.getValue().toString();
                }
            }
            return null;
        } catch (InvalidNameException e) {
            return null;
        }
    }

    private static String digest(String algorithm, X509Certificate certificate) throws RefusedException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new RefusedException("the certificate cannot be read: " + e.getMessage());
        }
    }
}
