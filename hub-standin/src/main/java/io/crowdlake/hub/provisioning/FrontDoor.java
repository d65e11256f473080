package io.crowdlake.hub.provisioning;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.Endpoint;
import io.crowdlake.hub.mqtt.EndpointFactory;

/** Hub and provisioning service share one address here; the user name tells which of them is meant. */
public final class FrontDoor implements EndpointFactory {

    private final EndpointFactory hub;
    private final EndpointFactory provisioning;

    public FrontDoor(EndpointFactory hub, EndpointFactory provisioning) {
        this.hub = hub;
        this.provisioning = provisioning;
    }

    @Override
    public Endpoint connect(ConnectRequest request, boolean cleanSession, Connection connection)
            throws RefusedException {
        EndpointFactory meant = request.userName().contains("/registrations/") ? provisioning : hub;
        return meant.connect(request, cleanSession, connection);
    }
}
