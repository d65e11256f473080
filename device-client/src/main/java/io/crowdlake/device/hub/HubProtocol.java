package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientTransportProtocol;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a device speaks to its hub; all over TLS. */
public enum HubProtocol {
    /** MQTT at port 8883. */
    MQTT(8883),
    /** MQTT in a WebSocket at port 443, where a site lets nothing else out. */
    MQTT_WS(443),
    /** AMQP at port 5671. */
    AMQPS(5671),
    /** AMQP in a WebSocket at port 443. */
    AMQPS_WS(443),
    /** A request for each message at port 443; nobody can reach the device between them. */
    HTTPS(443);

    private final int port;

    HubProtocol(int port) {
        this.port = port;
    }

    /** By its name in any case, words joined by a dash or an underscore. */
    public static Optional<HubProtocol> of(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** At the hub; the device SDK knows no other. */
    public int port() {
        return port;
    }

    /** Whether there is a connection that stays, through which the hub can reach the device: its twin and its methods. */
    public boolean staysConnected() {
        return this != HTTPS;
    }

    /** One where the SDK does not send the next before the last is answered: more would only lose their order. */
    int framesAtATime() {
        return staysConnected() ? FramePublisher.FRAMES_AT_A_TIME : 1;
    }

    IotHubClientProtocol atHub() {
        return IotHubClientProtocol.valueOf(name());
    }

    ProvisioningDeviceClientTransportProtocol atProvisioning() {
        return ProvisioningDeviceClientTransportProtocol.valueOf(name());
    }
}
