package io.crowdlake.hub.device;

import io.crowdlake.hub.identity.ConnectRequest;
import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.identity.RefusedException;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.EndpointFactory;
import io.crowdlake.hub.registry.Authenticator;
import io.crowdlake.hub.registry.DeviceRegistry;
import io.crowdlake.hub.telemetry.TelemetrySink;
import java.time.Clock;
import java.util.Set;

/** Everything that the hub does for devices. Safe for many threads. */
public final class DeviceHub implements EndpointFactory {

    private final DeviceRegistry registry;
    private final Authenticator authenticator;
    private final Telemetry telemetry;
    private final Clock clock;
    private final ConnectedDevices connected = new ConnectedDevices();
    private final Twins twins;
    private final DirectMethods methods;
    private final CloudMessages messages;

    public DeviceHub(
            DeviceRegistry registry,
            Authenticator authenticator,
            TelemetrySink telemetry,
            HubLimits limits,
            Clock clock) {
        this.registry = registry;
        this.authenticator = authenticator;
        this.telemetry = new Telemetry(telemetry, limits, clock);
        this.clock = clock;
        this.twins = new Twins(registry, connected, clock);
        this.methods = new DirectMethods(connected);
        this.messages = new CloudMessages(registry, connected);
    }

    @Override
    public DeviceEndpoint connect(ConnectRequest request, boolean cleanSession, Connection connection)
            throws RefusedException {
        Identity identity = authenticator.authenticate(request);
        if (cleanSession) {
            registry.update(identity.deviceId(), device -> device.withSubscriptions(Set.of()));
        }
        DeviceEndpoint endpoint = new DeviceEndpoint(identity, connection, this);
        connected.add(endpoint, clock.instant()).ifPresent(earlier -> earlier.close("the device has connected anew"));
        return endpoint;
    }

    /** Ends the connection of a device that may not be connected any more. */
    public void disconnect(String deviceId, String reason) {
        connected.find(deviceId).ifPresent(endpoint -> endpoint.close(reason));
    }

    /** Whether a device is there, and when it last was. */
    public Presence presence(String deviceId) {
        return connected.presence(deviceId);
    }

    public DeviceRegistry registry() {
        return registry;
    }

    public Twins twins() {
        return twins;
    }

    public DirectMethods methods() {
        return methods;
    }

    public CloudMessages messages() {
        return messages;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    void heard(String deviceId) {
        connected.heard(deviceId, clock.instant());
    }

    void disconnected(DeviceEndpoint endpoint) {
        connected.remove(endpoint, clock.instant());
    }
}
