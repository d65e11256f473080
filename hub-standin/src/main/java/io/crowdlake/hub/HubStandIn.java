package io.crowdlake.hub;

import io.crowdlake.hub.admin.AdminServer;
import io.crowdlake.hub.certificate.HubCertificates;
import io.crowdlake.hub.device.DeviceHub;
import io.crowdlake.hub.identity.DeviceKeys;
import io.crowdlake.hub.mqtt.MqttServer;
import io.crowdlake.hub.provisioning.FrontDoor;
import io.crowdlake.hub.provisioning.Provisioning;
import io.crowdlake.hub.registry.Authentication;
import io.crowdlake.hub.registry.Authenticator;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.registry.DeviceRegistry;
import io.crowdlake.hub.telemetry.TelemetrySink;
import io.crowdlake.hub.upload.UploadServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running hub.
 *
 * <pre>
 * device ─MQTT/TLS─► mqtt ─► device ─► telemetry ─► Kafka
 *                      │        │
 *                      │        ├─ registry: who may, twins
 *                      └─► provisioning
 * fleet ──HTTPS────► admin ─► device: twins, methods, messages
 * device ─HTTPS────► upload ─► a folder of blobs
 * </pre>
 */
public final class HubStandIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubStandIn.class);

    private final HubSettings settings;
    private final HubCertificates certificates;
    private final DeviceHub devices;
    private final MqttServer mqtt;
    private final AdminServer admin;
    private final Optional<UploadServer> upload;
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
        mqtt = listen(
                settings.mqttPort(),
                () -> MqttServer.start(
                        new InetSocketAddress(settings.address(), settings.mqttPort()),
                        certificates.server(),
                        settings.limits().packetBytes(),
                        new FrontDoor(devices, provisioning)));
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
        upload = upload(authenticator, clock);
    }

    /** A hub that takes no files is better than none: the port is one of those that not everybody may open. */
    private Optional<UploadServer> upload(Authenticator authenticator, Clock clock) throws IOException {
        if (settings.uploadPort() < 0) {
            return Optional.empty();
        }
        PrivateFile.folder(settings.blobs());
        String key = KeyFiles.ensure(settings.keys(), KeyFiles.STORAGE);
        try {
            return Optional.of(UploadServer.start(
                    new InetSocketAddress(settings.address(), settings.uploadPort()),
                    certificates.server(),
                    authenticator,
                    settings.blobs(),
                    key,
                    clock));
        } catch (SocketException e) {
            LOG.warn(
                    "devices cannot upload files: port {} of {} cannot be opened ({}); end what listens there, or allow it with"
                            + " sysctl net.ipv4.ip_unprivileged_port_start={}",
                    settings.uploadPort(),
                    settings.address(),
                    e.getMessage(),
                    settings.uploadPort());
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

    /** Where files are uploaded; empty when that port could not be opened. */
    public OptionalInt uploadPort() {
        return upload.map(server -> OptionalInt.of(server.port())).orElseGet(OptionalInt::empty);
    }

    /** What devices have uploaded. */
    public Path blobs() {
        return settings.blobs();
    }

    @Override
    public void close() {
        upload.ifPresent(UploadServer::close);
        admin.close();
        mqtt.close();
        telemetry.close();
    }
}
