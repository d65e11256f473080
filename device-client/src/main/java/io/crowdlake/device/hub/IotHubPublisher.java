package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/**
 * One device at its hub, on Azure's device SDK: sends frames, keeps to the twin and answers methods.
 *
 * <pre>
 * frame ─► (PictureUploads) ─► HubMessage ─► the client of HubConnection ─► hub
 * hub ─► TwinLink ─► DeviceControl
 * </pre>
 *
 * <p>A frame that is published while the hub is away fails at once: keeping it is the business of {@link SpoolingPublisher}.
 */
public final class IotHubPublisher implements FramePublisher {

    private final HubProtocol protocol;
    private final DeviceControl control;
    private final HubHealth health;
    private final HubConnection connection;
    private final PictureUploads uploads;

    private IotHubPublisher(
            DeviceIdentity identity, HubProtocol protocol, SSLContext tls, DeviceControl control, Clock clock) {
        this.protocol = protocol;
        this.control = control;
        health = new HubHealth(identity.deviceId());
        HubWorker worker = new HubWorker(identity.deviceId());
        TwinLink twin = new TwinLink(identity.deviceId(), control, worker);
        connection = new HubConnection(identity, protocol, tls, twin, health, worker, clock);
        uploads = new PictureUploads(identity.deviceId(), connection::identity, new FileUpload(tls), health);
    }

    /**
     * Begins to connect; returns at once, whether the hub is there or not.
     *
     * @throws HubException with one line when a file of the settings is not what it should be, or does not go with the protocol
     */
    public static IotHubPublisher start(
            DeviceIdentity identity, HubProtocol protocol, DeviceTls tls, DeviceControl control, Clock clock)
            throws HubException {
        if (identity.usesCertificate() && tls.certificateFile() == null) {
            throw new HubException("--hub: " + identity.file()
                    + " says x509=true: give the certificate with --hub-certificate and its key with --hub-key");
        }
        if (identity.isBehindGateway() && !protocol.staysConnected()) {
            throw new HubException("--hub-protocol is " + protocol + ", which no gateway speaks: " + identity.file()
                    + " has a GatewayHostName, so write MQTT, MQTT_WS, AMQPS or AMQPS_WS");
        }
        IotHubPublisher publisher = new IotHubPublisher(identity, protocol, tls.context(), control, clock);
        publisher.connection.begin();
        return publisher;
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        DeviceClient open = connection.client().orElse(null);
        if (open == null) {
            return CompletableFuture.failedFuture(
                    new IOException(health.trouble().orElse("not connected to the hub yet")));
        }
        if (control.transport() == Transport.REFERENCE && frame.contentType().startsWith("image/")) {
            return uploads.upload(open, frame).thenCompose(address -> send(open, address));
        }
        return send(open, frame);
    }

    private CompletableFuture<Void> send(DeviceClient open, CameraFrame frame) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        try {
            open.sendEventAsync(HubMessage.of(frame), (sent, failure, context) -> answered(accepted, failure), null);
        } catch (IllegalStateException | FrameRefusedException e) {
            accepted.completeExceptionally(e);
        }
        return accepted;
    }

    private void answered(CompletableFuture<Void> accepted, IotHubClientException failure) {
        Optional<FrameRefusedException> refused = HubTrouble.refusedForGood(failure);
        connection.answered(refused.isPresent() ? null : failure);
        if (failure == null) {
            accepted.complete(null);
        } else {
            accepted.completeExceptionally(refused.isPresent() ? refused.get() : failure);
        }
    }

    /** The hub is there, or it fails at once. */
    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        return publish(message);
    }

    @Override
    public int framesAtATime() {
        return protocol.framesAtATime();
    }

    @Override
    public Optional<String> trouble() {
        return health.trouble();
    }

    @Override
    public void reconnect() {
        connection.reconnect();
    }

    @Override
    public void close() {
        uploads.close();
        connection.close();
    }
}
