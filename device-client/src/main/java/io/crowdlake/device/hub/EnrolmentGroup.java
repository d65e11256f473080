package io.crowdlake.device.hub;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric-key group of a provisioning service, from whose key those of its devices are derived. Whoever has it may register any device of
 * the group: it belongs on the machine that simulates a fleet or prepares cameras, never on a camera.
 *
 * @param endpoint host of the provisioning service
 * @param idScope of the provisioning service
 * @param key base64, a secret
 * @param file where it was read, for messages
 */
record EnrolmentGroup(String endpoint, String idScope, String key, Path file) {

    private static final String MAC = "HmacSHA256";

    /** Whether these are the fields of a group, and not of one device. */
    static boolean isGroup(Map<String, String> fields) {
        return fields.containsKey("idscope")
                && fields.containsKey("sharedaccesskey")
                && !fields.containsKey("registrationid");
    }

    static EnrolmentGroup of(Map<String, String> fields, Path file) {
        return new EnrolmentGroup(
                fields.getOrDefault("endpoint", Registration.AZURE),
                fields.get("idscope"),
                fields.get("sharedaccesskey"),
                file);
    }

    /** A device of the group, that has yet to ask for its hub; throws HubException when the key is no key. */
    DeviceIdentity device(String registrationId) throws HubException {
        String own = derive(registrationId);
        return new DeviceIdentity(
                "IdScope=" + idScope + ";RegistrationId=" + registrationId + ";SharedAccessKey=" + own,
                endpoint,
                registrationId,
                file,
                new Registration(endpoint, idScope, own));
    }

    /** Azure's formula: the HMAC-SHA256 of the registration id under the group's key, in base64. */
    private String derive(String registrationId) throws HubException {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(registrationId.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new HubException("--hub: the SharedAccessKey in " + file + " is no key in base64", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EnrolmentGroup[" + idScope + " at " + endpoint + "]";
    }
}
