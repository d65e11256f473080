package io.crowdlake.stack.fleet;

import com.azure.core.credential.AzureSasCredential;
import com.microsoft.azure.sdk.iot.service.auth.AuthenticationType;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubConflictException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubException;
import com.microsoft.azure.sdk.iot.service.exceptions.IotHubNotFoundException;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodRequestOptions;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClient;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodsClientOptions;
import com.microsoft.azure.sdk.iot.service.query.TwinQueryResponse;
import com.microsoft.azure.sdk.iot.service.registry.Device;
import com.microsoft.azure.sdk.iot.service.registry.DeviceStatus;
import com.microsoft.azure.sdk.iot.service.registry.RegistryClient;
import com.microsoft.azure.sdk.iot.service.twin.Twin;
import com.microsoft.azure.sdk.iot.service.twin.TwinClient;
import io.crowdlake.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A hub's service interface, through Azure's SDK: Azure's own, or its stand-in. Every method throws StackException with one line when the hub does
 * not answer or refuses. To be used for an hour at most. Safe for many threads.
 */
public final class HubService {

    private static final int UNAUTHORIZED = 401;
    private static final int MOST_SECONDS = 300;

    private final ServiceConnection connection;
    private final RegistryClient registry;
    private final TwinClient twins;
    private final DirectMethodsClient methods;

    private HubService(ServiceConnection connection) {
        this.connection = connection;
        AzureSasCredential token = new AzureSasCredential(connection.token(Instant.now()));
        registry = new RegistryClient(connection.host(), token);
        twins = new TwinClient(connection.host(), token);
        methods = new DirectMethodsClient(
                connection.host(),
                token,
                DirectMethodsClientOptions.builder()
                        .httpReadTimeoutSeconds(2 * MOST_SECONDS)
                        .build());
    }

    /**
     * Prepares to ask a hub. An authority of its own is from then on what all HTTPS connections of this process trust that use Java's
     * {@link HttpsURLConnection}, since the SDK takes no other.
     */
    public static HubService open(ServiceConnection connection) {
        SSLSocketFactory trust = connection.trust();
        if (trust != null) {
            HttpsURLConnection.setDefaultSSLSocketFactory(trust);
        }
        return new HubService(connection);
    }

    private interface Request<T> {
        T send() throws IOException, IotHubException;
    }

    /** All devices that a query finds, such as {@code SELECT * FROM devices}. */
    public List<HubDevice> find(String query) {
        return ask("the devices", () -> {
            List<HubDevice> all = new ArrayList<>();
            TwinQueryResponse found = twins.query(query);
            while (found.hasNext()) {
                all.add(HubDevice.of(found.next()));
            }
            return all;
        });
    }

    public HubDevice get(String deviceId) {
        return ask(deviceId, () -> HubDevice.of(twins.get(deviceId)));
    }

    /**
     * Registers a device, or finds it; answers the connection string with which it signs in, a secret where it holds a key. A device that is registered
     * with another proof keeps that: StackException.
     */
    public String enrol(String deviceId, Proof proof) {
        Device device = ask(deviceId, () -> {
            try {
                return registry.addDevice(unregistered(deviceId, proof));
            } catch (IotHubConflictException e) {
                return registry.getDevice(deviceId);
            }
        });
        Proof registered = proof(device);
        if (!registered.equals(proof)) {
            throw new StackException(deviceId + " is registered already, and signs in with " + registered.words()
                    + ": enrol it with that, or let the hub forget it first (./crowd fleet retire " + deviceId
                    + " --delete)");
        }
        return "HostName=" + connection.deviceHost() + ";DeviceId=" + deviceId + ";"
                + (proof.equals(Proof.KEY) ? "SharedAccessKey=" + device.getPrimaryKey() : "x509=true");
    }

    private static Device unregistered(String deviceId, Proof proof) {
        Device device = new Device(deviceId, proof.type());
        if (proof.thumbprint() != null) {
            // the hub has room for two, so that one can be replaced while the other is in use
            device.setThumbprint(proof.thumbprint(), proof.thumbprint());
        }
        return device;
    }

    private static Proof proof(Device device) {
        String thumbprint = device.getPrimaryThumbprint();
        return new Proof(
                device.getAuthenticationType(),
                device.getAuthenticationType() == AuthenticationType.SELF_SIGNED && thumbprint != null
                        ? thumbprint.toLowerCase(Locale.ROOT)
                        : null);
    }

    /** Changes tags: a null removes one. */
    public void tag(String deviceId, Map<String, Object> tags) {
        ask(deviceId, () -> {
            Twin patch = new Twin(deviceId);
            patch.getTags().putAll(tags);
            return twins.patch(patch);
        });
    }

    /** Changes what a device should be, where a null takes a setting back; answers the version of the wish. */
    public long desire(String deviceId, Map<String, Object> settings) {
        return ask(deviceId, () -> {
            Twin patch = new Twin(deviceId);
            patch.getDesiredProperties().putAll(settings);
            return twins.patch(patch).getDesiredProperties().getVersion().longValue();
        });
    }

    /** Calls a method and waits for the answer; the payload is what becomes JSON, or null. */
    public DirectMethodResponse call(String deviceId, String method, Object payload, Duration limit) {
        int seconds = (int) Math.max(5, Math.min(MOST_SECONDS, limit.toSeconds()));
        return ask(
                deviceId,
                () -> methods.invoke(
                        deviceId,
                        method,
                        DirectMethodRequestOptions.builder()
                                .payload(payload)
                                .methodConnectTimeoutSeconds(0)
                                .methodResponseTimeoutSeconds(seconds)
                                .build()));
    }

    /** From now on the device is not let in. */
    public void disable(String deviceId) {
        ask(deviceId, () -> {
            Device device = registry.getDevice(deviceId);
            device.setStatus(DeviceStatus.Disabled);
            return registry.updateDevice(device);
        });
    }

    /** Forgets the device with its twin. */
    public void delete(String deviceId) {
        ask(deviceId, () -> {
            registry.removeDevice(deviceId);
            return null;
        });
    }

    private <T> T ask(String what, Request<T> request) {
        try {
            return request.send();
        } catch (IotHubException e) {
            throw new StackException(refusal(what, e), e);
        } catch (IOException e) {
            throw new StackException(
                    "the hub at " + connection.host() + " does not answer (" + e.getMessage()
                            + "): start it (./crowd up), or correct --connection and --hub-ca",
                    e);
        }
    }

    private String refusal(String what, IotHubException e) {
        String words = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        if (e.getErrorCode() == UNAUTHORIZED || words.contains("Unauthorized")) {
            return "the hub at " + connection.host() + " refused the key in " + connection.connectionStringFile()
                    + ": take the connection string of a policy that may read and write the registry and connect as a service";
        }
        if (words.contains("NotOnline")) {
            return what + " is not connected: see ./crowd fleet show " + what;
        }
        if (e instanceof IotHubNotFoundException) {
            return what + " is not registered: ./crowd fleet list shows all devices, ./crowd fleet enrol adds one";
        }
        return "the hub at " + connection.host() + " refused a request about " + what + ": " + words;
    }
}
