package io.crowdlake.hub.mqtt;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.RefusedException;

/** Decides who may connect. */
@FunctionalInterface
public interface EndpointFactory {

    /**
     * What stands behind a new connection.
     *
     * @param cleanSession whether the client wants nothing of an earlier connection
     */
    Endpoint connect(ConnectRequest request, boolean cleanSession, Connection connection) throws RefusedException;
}
