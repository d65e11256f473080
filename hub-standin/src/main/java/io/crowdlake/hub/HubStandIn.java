package io.crowdlake.hub;

import io.crowdlake.hub.admin.AdminServer;
import io.crowdlake.hub.certificate.HubCertificates;
import io.crowdlake.hub.device.DeviceHub;
import io.crowdlake.hub.device.MessageRoute;
import io.crowdlake.hub.https.DeviceHttps;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.mqtt.MqttProtocol;
import io.crowdlake.hub.mqtt.MqttWebSocket;
import io.crowdlake.hub.net.Protocol;
import io.crowdlake.hub.net.TlsServer;
import io.crowdlake.hub.provisioning.FrontDoor;
import io.crowdlake.hub.provisioning.Provisioning;
import io.crowdlake.hub.provisioning.ProvisioningRoute;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Authenticator;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.registry.DeviceRegistry;
import io.crowdlake.hub.telemetry.TelemetrySink;
import io.crowdlake.hub.upload.UploadRoute;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running hub.
 *
 * <pre>
 * device ─MQTT/TLS──────────────► mqtt ─► device ─► telemetry ─► Kafka
 * device ─HTTPS─► https ─WebSocket──┘ │     │ │
 *                  │ │                │     │ ├─ registry: who may, twins
 *                  │ └─► upload       └─► provisioning
 *                  └────────────────────────┘
 * fleet ──HTTPS─► admin ─► device: twins, methods, messages
 * </pre>
 */
public final class HubStandIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubStandIn.class);

    private final HubSettings settings;
    private final HubCertificates certificates;
    private final DeviceHub devices;
    private final TlsServer mqtt;
    private final AdminServer admin;
    private final Optional<TlsServer> https;
    private final TelemetrySink telemetry;
    private final String serviceKey;
    private final String groupKey;

    private HubStandIn(HubSettings settings, TelemetrySink telemetry, Clock clock)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.telemetry = telemetry;
        certificates = HubCertificates.ensure(settings.certificates(), settings.address(), clock);
        serviceKey = KeyFiles.ensure(settings.keys(), KeyFiles.SERVICE);
        groupKey = KeyFiles.ensure(settings.keys(), KeyFiles.GROUP);
        DeviceRegistry registry = DeviceRegistry.open(settings.devices());
        Authenticator authenticator = new Authenticator(
                registry, settings.hostNames(), certificates.authority().own().certificate(), clock);
        devices = new DeviceHub(registry, authenticator, telemetry, settings.limits(), clock);
        Provisioning provisioning = new Provisioning(
                registry,
                settings.address(),
                groupKey,
                certificates.authority().own().certificate(),
                clock);
        Protocol protocol = new MqttProtocol(settings.limits().packetBytes(), new FrontDoor(devices, provisioning));
        mqtt = listen(
                settings.mqttPort(),
                () -> TlsServer.start(
                        new InetSocketAddress(settings.address(), settings.mqttPort()),
                        certificates.server(),
                        protocol));
        try {
            admin = listen(
                    settings.adminPort(),
                    () -> AdminServer.start(
                            new InetSocketAddress(settings.address(), settings.adminPort()),
                            certificates.server(),
                            devices,
                            settings.hostNames(),
                            serviceKey,
                            clock));
            PrivateFile.write(
                    settings.folder().resolve(HubSettings.SERVICE_CONNECTION_STRING_FILE), serviceConnectionString());
        } catch (HubException | IOException e) {
            mqtt.close();
            throw e;
        }
        https = https(protocol, provisioning, authenticator, clock);
    }

    /** A hub with MQTT alone is better than none: the port is one of those that not everybody may open. */
    private Optional<TlsServer> https(
            Protocol protocol, Provisioning provisioning, Authenticator authenticator, Clock clock)
            throws IOException, InterruptedException {
        if (settings.httpsPort() < 0) {
            return Optional.empty();
        }
        PrivateFile.folder(settings.blobs());
        String key = KeyFiles.ensure(settings.keys(), KeyFiles.STORAGE);
        try {
            return Optional.of(TlsServer.start(
                    new InetSocketAddress(settings.address(), settings.httpsPort()),
                    certificates.server(),
                    new DeviceHttps(
                            new MqttWebSocket(settings.limits().packetBytes(), protocol),
                            List.of(
                                    new MessageRoute(devices, authenticator),
                                    new ProvisioningRoute(provisioning),
                                    new UploadRoute(authenticator, settings.blobs(), key, clock)))));
        } catch (SocketException e) {
            LOG.warn(
                    "devices cannot upload files, nor speak HTTPS or MQTT over WebSocket: port {} of {} cannot be opened ({}); end what listens there, or allow it with"
                            + " sysctl net.ipv4.ip_unprivileged_port_start={}",
                    settings.httpsPort(),
                    settings.address(),
                    e.getMessage(),
                    settings.httpsPort());
            return Optional.empty();
        }
    }

    /**
     * Starts a hub and makes what its folder lacks.
     *
     * @param telemetry where messages of devices go; closed with the hub
     * @throws HubException when a port is taken
     */
    public static HubStandIn start(HubSettings settings, TelemetrySink telemetry, Clock clock)
            throws IOException, InterruptedException {
        return new HubStandIn(settings, telemetry, clock);
    }

    private interface Start<T> {
        T listen() throws IOException, InterruptedException;
    }

    private <T> T listen(int port, Start<T> start) throws IOException, InterruptedException {
        try {
            return start.listen();
        } catch (BindException e) {
            throw new HubException(
                    "port " + port + " of " + settings.address()
                            + " is taken: end what listens there, or give the hub another --address such as 127.0.0.2",
                    e);
        }
    }

    /** Adds a device, or finds it as it is, and answers the connection string with which it signs in. */
    public String enrol(String deviceId) {
        Device device = devices.registry().find(deviceId).orElseGet(() -> {
            Device added = Device.enrolled(
                    deviceId, Authentication.sas(), Clock.systemUTC().instant());
            return devices.registry().add(added).orElse(added);
        });
        return "HostName=" + settings.address() + ";DeviceId=" + deviceId + ";SharedAccessKey="
                + device.authentication().symmetricKey().primaryKey();
    }

    /** The key of one device of the enrolment group. */
    public String derivedKey(String registrationId) {
        return DeviceKeys.derived(groupKey, registrationId);
    }

    /** With which any device may register: a secret for whoever prepares cameras. */
    public String enrolmentGroup() {
        return "Endpoint=" + settings.address() + ";IdScope=" + Provisioning.ID_SCOPE + ";SharedAccessKey=" + groupKey;
    }

    public HubCertificates certificates() {
        return certificates;
    }

    /** What devices must trust. */
    public Path caFile() {
        return certificates.caFile();
    }

    public DeviceHub devices() {
        return devices;
    }

    /** With which the fleet's programs sign in at the service interface. */
    public String serviceConnectionString() {
        return "HostName=" + settings.address() + ":" + adminPort()
                + ";SharedAccessKeyName=iothubowner;SharedAccessKey=" + serviceKey;
    }

    public int mqttPort() {
        return mqtt.port();
    }

    public int adminPort() {
        return admin.port();
    }

    /** Of HTTPS, WebSocket and file upload; empty when it could not be opened. */
    public OptionalInt httpsPort() {
        return https.map(server -> OptionalInt.of(server.port())).orElseGet(OptionalInt::empty);
    }

    /** What devices have uploaded. */
    public Path blobs() {
        return settings.blobs();
    }

    @Override
    public void close() {
        https.ifPresent(TlsServer::close);
        admin.close();
        mqtt.close();
        telemetry.close();
    }
}
