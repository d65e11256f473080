package io.crowdlake.hub.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues the certificates of one hub and of the devices that prove with one who they are. */
public final class CertificateAuthority {

    private static final Duration OWN_VALIDITY = Duration.ofDays(3650);
    private static final Duration ISSUED_VALIDITY = Duration.ofDays(365);

    /** Clocks of devices are not always right. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final Credential own;

    CertificateAuthority(Credential own) {
        this.own = own;
    }

    /** A new authority with a key of its own. */
    public static CertificateAuthority create(String commonName) throws IOException {
        KeyPair keys = newKeys();
        X500Name name = named(commonName);
        X509v3CertificateBuilder builder = builder(name, name, keys, OWN_VALIDITY);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new CertificateAuthority(new Credential(sign(builder, keys.getPrivate()), keys.getPrivate()));
    }

    /** Certificate and key. */
    public Credential own() {
        return own;
    }

    /** A certificate for a server. Addresses are host names or IPv4 addresses. */
    public Credential issueServer(String commonName, List<String> addresses) throws IOException {
        GeneralName[] names = addresses.stream()
                .map(address -> new GeneralName(
                        address.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, address))
                .toArray(GeneralName[]::new);
        KeyPair keys = newKeys();
        X509v3CertificateBuilder builder = issued(commonName, keys, KeyPurposeId.id_kp_serverAuth);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return new Credential(sign(builder, own.key()), keys.getPrivate());
    }

    /** A certificate for a device: its common name is the device id. */
    public Credential issueDevice(String deviceId) throws IOException {
        KeyPair keys = newKeys();
        return new Credential(
                sign(issued(deviceId, keys, KeyPurposeId.id_kp_clientAuth), own.key()), keys.getPrivate());
    }

    private X509v3CertificateBuilder issued(String commonName, KeyPair keys, KeyPurposeId purpose) throws IOException {
        X500Name issuer =
                X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, named(commonName), keys, ISSUED_VALIDITY);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        return builder;
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Duration validity)
            throws IOException {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(validity)),
                subject,
                keys.getPublic());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IOException("a certificate cannot be made: " + e.getMessage(), e);
        }
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) throws IOException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("a certificate cannot be signed: " + e.getMessage(), e);
        }
    }

    private static KeyPair newKeys() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException("a key cannot be made: " + e.getMessage(), e);
        }
    }

    private static X500Name named(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
