package io.crowdlake.hub.identity;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a device says of itself when it connects.
 *
 * @param clientId of MQTT
 * @param userName of MQTT, or empty
 * @param password of MQTT, or empty
 * @param certificates that it has proved to hold the key of, its own first; empty without one
 */
public record ConnectRequest(String clientId, String userName, String password, List<X509Certificate> certificates) {

    public ConnectRequest {
        certificates = List.copyOf(certificates);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ConnectRequest[" + clientId + ", " + userName + ", " + certificates.size() + " certificates]";
    }
}
