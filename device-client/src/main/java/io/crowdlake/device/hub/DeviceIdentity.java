package io.crowdlake.device.hub;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a device is at its hub: the content of the file with its connection string.
 *
 * @param connectionString a secret; with a registration not one that a hub takes yet
 * @param hostName of the hub, of the gateway in front of it, or of the provisioning service
 * @param deviceId its id
 * @param file where it was read, for messages
 * @param registration how to ask for its hub; null for a device that knows it
 */
public record DeviceIdentity(
        String connectionString, String hostName, String deviceId, Path file, Registration registration) {

    private static final Pattern EXPIRY = Pattern.compile("[&?\\s]se=(\\d+)");
    private static final Pattern RESOURCE = Pattern.compile("[&?\\s]sr=([^&\\s]+)");

    /**
     * Reads {@code HostName=...;DeviceId=...;} with {@code SharedAccessKey}, {@code SharedAccessSignature} or {@code x509=true}; or {@code
     * IdScope=...;RegistrationId=...;} with {@code SharedAccessKey} or {@code x509=true}, and {@code Endpoint} where the provisioning service
     * is not Azure's public one.
     *
     * @throws HubException with one line when the file cannot be read, or holds what no hub will accept
     */
    public static DeviceIdentity read(Path file, Clock clock) throws HubException {
        String text = text(file);
        Map<String, String> fields = fields(text);
        if (fields.containsKey("idscope")) {
            return registering(text, fields, file);
        }
        String host = fields.get("hostname");
        String device = fields.get("deviceid");
        boolean proof = fields.containsKey("sharedaccesskey")
                || fields.containsKey("sharedaccesssignature")
                || Boolean.parseBoolean(fields.get("x509"));
        if (host == null || !host.contains(".") || device == null || !proof) {
            throw new HubException("--hub: " + file + " holds no connection string of a device: it must be"
                    + " HostName=<hub>;DeviceId=<id>;SharedAccessKey=<key>, or end in x509=true");
        }
        checkToken(file, device, fields.get("sharedaccesssignature"), clock);
        return new DeviceIdentity(text, fields.getOrDefault("gatewayhostname", host), device, file, null);
    }

    /** What a file says, by names in lower case. */
    static Map<String, String> fields(Path file) throws HubException {
        return fields(text(file));
    }

    private static String text(Path file) throws HubException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new HubException("--hub: " + file + " cannot be read: check the path and its permissions", e);
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(";")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals).strip().toLowerCase(Locale.ROOT), field.substring(equals + 1));
            }
        }
        return fields;
    }

    private static DeviceIdentity registering(String text, Map<String, String> fields, Path file) throws HubException {
        String registrationId = fields.get("registrationid");
        String key = fields.get("sharedaccesskey");
        if (registrationId == null || (key == null && !Boolean.parseBoolean(fields.get("x509")))) {
            throw new HubException("--hub: " + file + " holds no registration of a device: it must be"
                    + " IdScope=<scope>;RegistrationId=<id>;SharedAccessKey=<key of this device>, or end in x509=true");
        }
        String endpoint = fields.getOrDefault("endpoint", Registration.AZURE);
        return new DeviceIdentity(
                text, endpoint, registrationId, file, new Registration(endpoint, fields.get("idscope"), key));
    }

    /** The same device, once it knows its hub. */
    DeviceIdentity at(String hub, String idAtHub) {
        String proof = usesCertificate() ? "x509=true" : "SharedAccessKey=" + registration.key();
        return new DeviceIdentity("HostName=" + hub + ";DeviceId=" + idAtHub + ";" + proof, hub, idAtHub, file, null);
    }

    /** A token can be judged here; a key only by the hub. */
    private static void checkToken(Path file, String device, String token, Clock clock) throws HubException {
        if (token == null) {
            return;
        }
        Matcher resource = RESOURCE.matcher(token);
        if (resource.find()
                && !URLDecoder.decode(resource.group(1), StandardCharsets.UTF_8).endsWith("/devices/" + device)) {
            throw new HubException("--hub: the token in " + file + " is another device's, not " + device
                    + "'s: write the one of " + device + " there");
        }
        Matcher expiry = EXPIRY.matcher(token);
        if (expiry.find()) {
            Instant end = Instant.ofEpochSecond(Long.parseLong(expiry.group(1)));
            if (end.isBefore(clock.instant())) {
                throw new HubException("--hub: the token in " + file + " expired at " + end
                        + ": write a new one there, or the device's key, which does not expire");
            }
        }
    }

    /** Whether it reaches its hub through a gateway of its site. */
    boolean isBehindGateway() {
        return connectionString.toLowerCase(Locale.ROOT).contains("gatewayhostname=");
    }

    /** Whether it proves itself with a certificate. */
    boolean usesCertificate() {
        return connectionString.toLowerCase(Locale.ROOT).contains("x509=true");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "DeviceIdentity[" + deviceId + " at " + hostName + "]";
    }
}
