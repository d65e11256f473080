package io.crowdlake.hub.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token with which its bearer proves to know a key, without showing it: {@code SharedAccessSignature sr=...&sig=...&se=...}, where {@code sig} is the
 * HMAC-SHA256 of the encoded resource, a line feed, and the expiry.
 */
public final class SharedAccessSignature {

    private static final String PREFIX = "SharedAccessSignature ";

    private final String encodedResource;
    private final byte[] signature;
    private final long expiry;
    private final String policy;

    private SharedAccessSignature(String encodedResource, byte[] signature, long expiry, String policy) {
        this.encodedResource = encodedResource;
        this.signature = signature;
        this.expiry = expiry;
        this.policy = policy;
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException when it is none; the message shows nothing of it
     */
    public static SharedAccessSignature parse(String token) {
        if (!token.startsWith(PREFIX)) {
            throw new IllegalArgumentException("is no shared access signature");
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : token.substring(PREFIX.length()).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        try {
            return new SharedAccessSignature(
                    required(fields, "sr"),
                    Base64.getDecoder().decode(decode(required(fields, "sig"))),
                    Long.parseLong(required(fields, "se")),
                    fields.get("skn"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has an expiry that is no number", e);
        }
    }

    /**
     * Makes a token.
     *
     * @param key the secret itself, decoded
     */
    public static String sign(String resource, byte[] key, Instant expiry) {
        String encoded = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        long seconds = expiry.getEpochSecond();
        String signature = Base64.getEncoder().encodeToString(hmac(key, encoded + "\n" + seconds));
        return PREFIX + "sr=" + encoded + "&sig=" + URLEncoder.encode(signature, StandardCharsets.UTF_8) + "&se="
                + seconds;
    }

    /** What it lets its bearer use, such as {@code hub.example.org/devices/door}. */
    public String resource() {
        return decode(encodedResource);
    }

    /** The policy whose key signed it, or null for a device's own. */
    public String policy() {
        return policy;
    }

    public Instant expiry() {
        return Instant.ofEpochSecond(expiry);
    }

    /** Whether this key signed it. */
    public boolean isSignedBy(byte[] key) {
        // takes equally long whatever is wrong
        return MessageDigest.isEqual(signature, hmac(key, encodedResource + "\n" + expiry));
    }

    /** HMAC-SHA256 of a text. */
    public static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no HMAC-SHA256", e);
        }
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("has no field " + name);
        }
        return value;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
