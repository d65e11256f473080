package io.crowdlake.hub.certificate;

import io.crowdlake.hub.PrivateFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A certificate and its key; both lie in PEM files side by side, {@code NAME.pem} and {@code NAME-key.pem} (PKCS#8), readable by their owner only.
 */
public record Credential(X509Certificate certificate, PrivateKey key) {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** Where the certificate of a name lies. */
    public static Path certificateFile(Path folder, String name) {
        return folder.resolve(name + ".pem");
    }

    /** Where the key of a name lies. */
    public static Path keyFile(Path folder, String name) {
        return folder.resolve(name + "-key.pem");
    }

    /** Whether both files are there. */
    static boolean exists(Path folder, String name) {
        return Files.exists(certificateFile(folder, name)) && Files.exists(keyFile(folder, name));
    }

    /** Writes both files, the key first: a certificate without its key would be of no use. */
    public void write(Path folder, String name) throws IOException {
        PrivateFile.write(keyFile(folder, name), pem("PRIVATE KEY", key.getEncoded()));
        PrivateFile.write(certificateFile(folder, name), certificatePem());
    }

    static Credential read(Path folder, String name) throws IOException {
        try {
            String pem = Files.readString(keyFile(folder, name));
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] certificate = Files.readAllBytes(certificateFile(folder, name));
            return new Credential(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)),
                    key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(keyFile(folder, name) + " and its certificate cannot be read: " + e.getMessage(), e);
        }
    }

    /** The certificate as PEM text. */
    public String certificatePem() throws IOException {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate cannot be encoded: " + e.getMessage(), e);
        }
    }

    /** Without the key, which belongs into no log. */
    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN " + type + "-----\n" + new String(LINES.encode(encoded), StandardCharsets.US_ASCII)
                + "\n-----END " + type + "-----\n";
    }
}
