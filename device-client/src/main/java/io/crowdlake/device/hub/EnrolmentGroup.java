package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

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

    private String derive(String registrationId) throws HubException {
        try {
            byte[] derived = SecurityProviderSymmetricKey.ComputeDerivedSymmetricKey(
                    key.getBytes(StandardCharsets.UTF_8), registrationId);
            return new String(derived, StandardCharsets.UTF_8);
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
