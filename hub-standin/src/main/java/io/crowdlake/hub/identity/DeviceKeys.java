package io.crowdlake.hub.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Symmetric keys, in Base64 as people and files hold them. */
public final class DeviceKeys {

    private static final int BYTES = 32;

    private DeviceKeys() {}

    /** A new one. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The key of one device of a group: whoever makes devices needs the group's key only, and no device learns it. */
    public static String derived(String groupKey, String registrationId) {
        return Base64.getEncoder().encodeToString(SharedAccessSignature.hmac(decoded(groupKey), registrationId));
    }

    /** Throws IllegalArgumentException when it is no Base64. */
    public static byte[] decoded(String key) {
        return Base64.getDecoder().decode(key);
    }
}
