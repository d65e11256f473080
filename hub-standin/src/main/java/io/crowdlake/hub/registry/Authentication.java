package io.crowdlake.hub.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crowdlake.hub.identity.AuthenticationType;
import io.crowdlake.hub.identity.DeviceKeys;
import java.util.Locale;

/**
 * What a device must prove.
 *
 * @param type which of the ways
 * @param symmetricKey of a device that signs tokens
 * @param x509Thumbprint of a device with a certificate of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Authentication(AuthenticationType type, SymmetricKey symmetricKey, Thumbprint x509Thumbprint) {

    /** Two keys, so that one can be replaced while the other is in use; Base64. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SymmetricKey(String primaryKey, String secondaryKey) {}

    /** SHA-1 or SHA-256 of a certificate, in hexadecimal digits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Thumbprint(String primaryThumbprint, String secondaryThumbprint) {

        boolean matches(String digest) {
            return digest.equals(plain(primaryThumbprint)) || digest.equals(plain(secondaryThumbprint));
        }

        private static String plain(String thumbprint) {
            return thumbprint == null
                    ? null
                    : thumbprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
        }
    }

    public Authentication {
        type = type == null ? AuthenticationType.SAS : type;
        if (type == AuthenticationType.SAS) {
            String primary = symmetricKey == null ? null : symmetricKey.primaryKey();
            String secondary = symmetricKey == null ? null : symmetricKey.secondaryKey();
            symmetricKey = new SymmetricKey(
                    primary == null ? DeviceKeys.random() : primary,
                    secondary == null ? DeviceKeys.random() : secondary);
            check(symmetricKey.primaryKey());
            check(symmetricKey.secondaryKey());
        }
        if (type == AuthenticationType.SELF_SIGNED
                && (x509Thumbprint == null || x509Thumbprint.primaryThumbprint() == null)) {
            throw new IllegalArgumentException("authentication selfSigned needs x509Thumbprint.primaryThumbprint");
        }
    }

    private static void check(String key) {
        try {
            DeviceKeys.decoded(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a symmetricKey must be Base64", e);
        }
    }

    /** With new keys. */
    public static Authentication sas() {
        return new Authentication(AuthenticationType.SAS, null, null);
    }

    /** With a given first key. */
    public static Authentication sas(String primaryKey) {
        return new Authentication(AuthenticationType.SAS, new SymmetricKey(primaryKey, null), null);
    }

    /** By a certificate of the hub's own authority. */
    public static Authentication certificateAuthority() {
        return new Authentication(AuthenticationType.CERTIFICATE_AUTHORITY, null, null);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "Authentication[" + type.label() + "]";
    }
}
