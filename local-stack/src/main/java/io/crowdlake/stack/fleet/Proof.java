package io.crowdlake.stack.fleet;

import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;

/**
 * With what a camera proves to its hub who it is.
 *
 * @param type a key of the hub's, a certificate of an authority that the hub knows, or one whose thumbprint is registered
 * @param thumbprint SHA-1 or SHA-256 of that certificate in hexadecimal digits; null for the other types
 */
public record Proof(AuthenticationType type, String thumbprint) {

    /** A key that the hub makes. */
    public static final Proof KEY = new Proof(AuthenticationType.SAS, null);

    private static final String AUTHORITY = "ca";
    private static final String THUMBPRINT = "[0-9a-f]{40}|[0-9a-f]{64}";

    /**
     * Reads {@code ca}, a thumbprint, or the name of a file with the camera's certificate in PEM, whose thumbprint is taken; empty is a key.
     *
     * @param folder of a file that is named without one
     * @throws StackException with one line when it is none of them; what was given is not repeated, since it may be a secret
     */
    public static Proof parse(String text, Path folder) {
        String plain = text.strip().replace(":", "").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return KEY;
        } else if (plain.equals(AUTHORITY)) {
            return new Proof(AuthenticationType.CERTIFICATE_AUTHORITY, null);
        } else if (plain.matches(THUMBPRINT)) {
            return new Proof(AuthenticationType.SELF_SIGNED, plain);
        }
        return new Proof(AuthenticationType.SELF_SIGNED, ofCertificate(text.strip(), folder));
    }

    private static String ofCertificate(String name, Path folder) {
        try (InputStream pem = Files.newInputStream(folder.resolve(name))) {
            byte[] certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StackException(
                    "x509 must be " + AUTHORITY + ", a thumbprint of 40 or 64 hexadecimal digits, or a file with a"
                            + " certificate in PEM",
                    e);
        }
    }

    /** As people say it. */
    String words() {
        return switch (type) {
            case SAS -> "a key";
            case CERTIFICATE_AUTHORITY -> "a certificate of an authority";
            case SELF_SIGNED -> "the certificate with the thumbprint " + thumbprint;
        };
    }
}
