package io.crowdlake.device.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a device trusts, and what it shows.
 *
 * @param caFile certificates of authorities in PEM; null for those of this Java
 * @param certificateFile the device's own certificate and those between it and its authority, in PEM; null for none
 * @param keyFile the key of that certificate, PKCS#8 in PEM; null for none
 */
public record DeviceTls(Path caFile, Path certificateFile, Path keyFile) {

    private static final char[] NO_PASSWORD = new char[0];

    /** Throws HubException with one line that names the option when a file is not what it should be. */
    SSLContext context() throws HubException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    certificateFile == null ? null : keys().getKeyManagers(),
                    caFile == null ? null : trust().getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new HubException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, HubException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates("--hub-ca", caFile)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private KeyManagerFactory keys() throws GeneralSecurityException, HubException {
        Certificate[] chain = certificates("--hub-certificate", certificateFile).toArray(Certificate[]::new);
        KeyStore store = emptyStore();
        store.setKeyEntry("device", privateKey(chain[0].getPublicKey().getAlgorithm()), NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static Collection<? extends Certificate> certificates(String option, Path file) throws HubException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!all.isEmpty()) {
                return all;
            }
        } catch (IOException e) {
            throw new HubException(option + ": " + file + " cannot be read: check the path and its permissions", e);
        } catch (GeneralSecurityException e) {
            throw new HubException(option + ": " + file + " must hold certificates in PEM", e);
        }
        throw new HubException(option + ": " + file + " must hold certificates in PEM, it holds none");
    }

    private PrivateKey privateKey(String algorithm) throws HubException {
        try {
            String text = Files.readString(keyFile);
            if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
                throw new HubException(
                        "--hub-key: " + keyFile
                                + " must hold a key without a password, PKCS#8 in PEM (openssl pkcs8 -topk8 -nocrypt makes one)");
            }
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(text.replaceAll("-----[A-Z ]+-----", "").strip());
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new HubException("--hub-key: " + keyFile + " cannot be read: check the path and its permissions", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new HubException("--hub-key: " + keyFile + " does not belong to the certificate", e);
        }
    }
}
