package io.crowdlake.hub;

import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.upload.UploadRoute;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How to run a stand-in.
 *
 * @param folder where it keeps its certificates, keys and devices
 * @param address IPv4 address of this machine that it listens to, such as 127.0.0.1
 * @param mqttPort 0 for any free one; Azure's device SDK knows only 8883
 * @param adminPort of the service interface; 0 for any free one
 * @param httpsPort of MQTT over WebSocket, of messages over HTTPS and of file upload; Azure's device SDK knows only 443, for which a system may ask more
 *     rights. 0 for any free one, -1 for none
 * @param limits of one device
 */
public record HubSettings(Path folder, String address, int mqttPort, int adminPort, int httpsPort, HubLimits limits) {

    /** The only port that Azure's device SDK connects to. */
    public static final int MQTT_PORT = 8883;

    /** The only port at which Azure's device SDK speaks WebSocket and HTTPS, and uploads files. */
    public static final int HTTPS_PORT = 443;

    /** In the folder of the hub: the container with uploaded files. */
    public static final String BLOBS = "blobs/" + UploadRoute.CONTAINER;

    /** In the folder of the hub: what devices must trust, in PEM. */
    public static final String CA_FILE = "certificates/ca.pem";

    /** In the folder of the hub: with which the fleet's programs sign in at the service interface; written anew at each start. */
    public static final String SERVICE_CONNECTION_STRING_FILE = "keys/service-connection-string";

    /** Names of the hub that tokens may be made out to. */
    Set<String> hostNames() {
        return new LinkedHashSet<>(List.of(address, "localhost"));
    }

    Path certificates() {
        return folder.resolve("certificates");
    }

    Path devices() {
        return folder.resolve("devices");
    }

    Path blobs() {
        return folder.resolve(BLOBS);
    }

    Path keys() {
        return folder.resolve("keys");
    }
}
