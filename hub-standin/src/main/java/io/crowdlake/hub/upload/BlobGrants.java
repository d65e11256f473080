package io.crowdlake.hub.upload;

import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.SharedAccessSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Permissions to write one blob within an hour, signed with a key that only the hub has. */
final class BlobGrants {

    private static final Duration VALID = Duration.ofHours(1);

    private final byte[] key;
    private final Clock clock;

    /**
     * @param key Base64
     */
    BlobGrants(String key, Clock clock) {
        this.key = DeviceKeys.decoded(key);
        this.clock = clock;
    }

    /** The query with which the blob may be written. */
    String query(String blob) {
        long expiry = clock.instant().plus(VALID).getEpochSecond();
        return "?sp=cw&sr=b&se=" + expiry + "&sig="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(sign(blob, expiry)), StandardCharsets.UTF_8);
    }

    /** Whether a query, decoded, lets its bearer write this blob now. */
    boolean allows(String blob, Map<String, String> query) {
        try {
            long expiry = Long.parseLong(query.getOrDefault("se", ""));
            byte[] signature = Base64.getDecoder().decode(query.getOrDefault("sig", ""));
            return MessageDigest.isEqual(signature, sign(blob, expiry))
                    && clock.instant().isBefore(Instant.ofEpochSecond(expiry));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] sign(String blob, long expiry) {
        return SharedAccessSignature.hmac(key, "cw\n" + expiry + "\n" + blob);
    }
}
