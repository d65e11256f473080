package io.crowdlake.hub.provisioning;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.Endpoint;
import io.crowdlake.hub.mqtt.EndpointFactory;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Authenticator;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.registry.DeviceRegistry;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * The provisioning service: a device that knows a key derived from the group's, or shows a certificate of the authority, is registered at the
 * hub under its registration id.
 */
public final class Provisioning implements EndpointFactory {

    /** The id scope of this service; Azure gives each of its own. */
    public static final String ID_SCOPE = "0ne00000000";

    private final DeviceRegistry registry;
    private final String assignedHub;
    private final String groupKey;
    private final X509Certificate authority;
    private final Clock clock;

    public Provisioning(
            DeviceRegistry registry, String assignedHub, String groupKey, X509Certificate authority, Clock clock) {
        this.registry = registry;
        this.assignedHub = assignedHub;
        this.groupKey = groupKey;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public Endpoint connect(ConnectRequest request, boolean cleanSession, Connection connection)
            throws RefusedException {
        String[] parts = request.userName().split("/", 4);
        if (parts.length < 4 || !parts[1].equals("registrations") || !parts[3].contains("api-version=")) {
            throw new RefusedException("the user name must be {id scope}/registrations/{registration}/api-version=...");
        }
        if (!request.clientId().equals(parts[2])) {
            throw new RefusedException(
                    parts[2] + ": the client id is " + request.clientId() + ", must be the registration id");
        }
        return new ProvisioningEndpoint(
                admit(parts[0], parts[2], request.password(), request.certificates()), connection);
    }

    /**
     * The registration of a device that shows this.
     *
     * @param token empty without one
     * @param certificates that it has proved to hold the key of, its own first; empty without one
     */
    Registration admit(String idScope, String registrationId, String token, List<X509Certificate> certificates)
            throws RefusedException {
        if (!idScope.equals(ID_SCOPE)) {
            throw new RefusedException(registrationId + ": the id scope is " + idScope + ", must be " + ID_SCOPE);
        }
        Authentication proof = certificates.isEmpty()
                ? symmetricKey(registrationId, token)
                : certificate(registrationId, certificates);
        return new Registration(registrationId, () -> register(registrationId, proof), assignedHub, clock);
    }

    private Authentication symmetricKey(String registrationId, String token) throws RefusedException {
        String key = DeviceKeys.derived(groupKey, registrationId);
        Authenticator.checkToken(
                registrationId, token, Set.of(ID_SCOPE), "/registrations/" + registrationId, List.of(key), clock);
        return Authentication.sas(key);
    }

    private Authentication certificate(String registrationId, List<X509Certificate> certificates)
            throws RefusedException {
        X509Certificate certificate = certificates.get(0);
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            certificate.verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new RefusedException(registrationId + ": the certificate is not valid: " + e.getMessage());
        }
        String commonName = Authenticator.commonName(certificate);
        if (!registrationId.equals(commonName)) {
            throw new RefusedException(registrationId + ": the certificate is for " + commonName);
        }
        return Authentication.certificateAuthority();
    }

    /** A device that comes back keeps its twin. */
    private void register(String deviceId, Authentication proof) {
        Device device = Device.enrolled(deviceId, proof, clock.instant());
        if (registry.add(device).isPresent()) {
            registry.update(deviceId, before -> before.withAccess(before.enabled(), proof));
        }
    }
}
