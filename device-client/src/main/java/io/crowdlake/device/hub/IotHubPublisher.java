package io.crowdlake.device.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodPayload;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device at its hub, on Azure's device SDK: sends frames, keeps to the twin and answers methods. The SDK comes back by itself after a short
 * outage; when it gives up, or was never let in, it is started anew, with growing pauses, until {@link #close()}.
 *
 * <p>A frame that is published while the hub is away fails at once: keeping it is the business of {@link SpoolingPublisher}.
 */
public final class IotHubPublisher implements FramePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(IotHubPublisher.class);

    /** Fewer than the ten that a hub allows a device. */
    private static final int UPLOADS_AT_A_TIME = 4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int TWIN_MILLIS = 10_000;
    private static final int TWIN_ATTEMPTS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final DeviceIdentity identity;
    private final IotHubClientProtocol protocol;
    private final SSLContext tls;
    private final DeviceControl control;
    private final Clock clock;

    /** All work on the connection and the twin; the SDK's own threads must not wait for the SDK. */
    private final ScheduledExecutorService worker;

    /** Pictures on their way to the storage, a few at a time. */
    private final ExecutorService uploads;

    private final FileUpload upload;
    private Duration pause = FIRST_PAUSE;
    private volatile DeviceIdentity known;
    private volatile DeviceClient client;
    private volatile String trouble;
    private volatile String uploadTrouble;
    private volatile boolean closing;

    private IotHubPublisher(
            DeviceIdentity identity,
            IotHubClientProtocol protocol,
            SSLContext tls,
            DeviceControl control,
            Clock clock) {
        this.identity = identity;
        this.protocol = protocol;
        this.tls = tls;
        this.control = control;
        this.clock = clock;
        this.known = identity.registration() == null ? identity : null;
        this.upload = new FileUpload(tls);
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "hub-" + identity.deviceId()));
        this.uploads =
                Executors.newFixedThreadPool(UPLOADS_AT_A_TIME, work -> daemon(work, "upload-" + identity.deviceId()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to connect; returns at once, whether the hub is there or not.
     *
     * @param protocol {@code MQTT}, {@code MQTT_WS}, {@code AMQPS}, {@code AMQPS_WS} or {@code HTTPS}; the latter knows no twin and no methods
     * @throws HubException with one line when a file of the settings is not what it should be
     */
    public static IotHubPublisher start(
            DeviceIdentity identity, IotHubClientProtocol protocol, DeviceTls tls, DeviceControl control, Clock clock)
            throws HubException {
        if (identity.usesCertificate() && tls.certificateFile() == null) {
            throw new HubException("--hub: " + identity.file()
                    + " says x509=true: give the certificate with --hub-certificate and its key with --hub-key");
        }
        IotHubPublisher publisher = new IotHubPublisher(identity, protocol, tls.context(), control, clock);
        publisher.worker.execute(publisher::connect);
        return publisher;
    }

    @Override
    public CompletableFuture<Void> publish(CameraFrame frame) {
        DeviceClient open = client;
        if (open == null) {
            return CompletableFuture.failedFuture(
                    new IOException(trouble == null ? "not connected to the hub yet" : trouble));
        }
        if (control.transport() == Transport.REFERENCE && frame.contentType().startsWith("image/")) {
            return uploaded(open, frame).thenCompose(address -> send(open, address));
        }
        return send(open, frame);
    }

    private static CompletableFuture<Void> send(DeviceClient open, CameraFrame frame) {
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        try {
            open.sendEventAsync(
                    HubMessage.of(frame),
                    (sent, failure, context) -> {
                        if (failure == null) {
                            accepted.complete(null);
                        } else {
                            accepted.completeExceptionally(failure);
                        }
                    },
                    null);
        } catch (IllegalStateException | FrameRefusedException e) {
            accepted.completeExceptionally(e);
        }
        return accepted;
    }

    /** The message with the address; meanwhile other frames go on. */
    private CompletableFuture<CameraFrame> uploaded(DeviceClient open, CameraFrame frame) {
        CompletableFuture<CameraFrame> address = new CompletableFuture<>();
        try {
            uploads.execute(() -> {
                try {
                    address.complete(upload.upload(open, frame));
                    uploadTrouble = null;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    address.completeExceptionally(e);
                } catch (IotHubClientException | IOException | RuntimeException e) {
                    tellUpload(HubTrouble.describeUpload(known, e));
                    address.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            address.completeExceptionally(e);
        }
        return address;
    }

    /** The hub is there, or it fails at once. */
    @Override
    public CompletableFuture<Void> announce(CameraFrame message) {
        return publish(message);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble).or(() -> Optional.ofNullable(uploadTrouble));
    }

    /** After a pause, in which the answer to whoever asked for it can go out. */
    @Override
    public void reconnect() {
        later(FIRST_PAUSE, () -> {
            LOG.info("{}: connects anew", identity.deviceId());
            if (client != null) {
                abandon(client);
                connect();
            }
        });
    }

    private void connect() {
        if (closing) {
            return;
        }
        DeviceClient next = null;
        try {
            if (known == null) {
                known = Provisioner.register(identity, protocol, tls);
                LOG.info("{}: registered, its hub is {}", identity.deviceId(), known.hostName());
            }
            next = new DeviceClient(
                    known.connectionString(),
                    protocol,
                    ClientOptions.builder().sslContext(tls).build());
            DeviceClient opened = next;
            next.setConnectionStatusChangeCallback(
                    status -> later(() -> changed(opened, status.getNewStatus(), status.getCause())), null);
            next.open(false);
            client = next;
            if (protocol != IotHubClientProtocol.HTTPS) {
                listen(next);
            }
            pause = FIRST_PAUSE;
            wellAgain();
        } catch (IotHubClientException
                | IllegalArgumentException
                | UnsupportedOperationException
                | IllegalStateException e) {
            abandon(next);
            tell(HubTrouble.describe(known == null ? identity : known, e, clock.instant()));
            if (identity.registration() != null && HubTrouble.isRefusal(e)) {
                // it may belong to another hub by now
                known = null;
            }
            tryLater();
        } catch (ProvisioningDeviceClientException e) {
            tell(HubTrouble.describeRegistration(identity, e));
            tryLater();
        } catch (InterruptedException e) {
            abandon(next);
            Thread.currentThread().interrupt();
        }
    }

    private void listen(DeviceClient open) throws InterruptedException, IotHubClientException {
        open.subscribeToMethods(
                (method, payload, context) -> {
                    DeviceControl.Answer answer = control.call(method, arguments(payload));
                    return new DirectMethodResponse(answer.status(), answer.payload());
                },
                null);
        open.subscribeToDesiredProperties(
                (twin, context) -> {
                    TwinCollection patch = twin.getDesiredProperties();
                    later(() -> report(open, control.configure(new HashMap<>(patch), version(patch))));
                },
                null);
        readTwin(open);
        report(open, control.description());
    }

    /** Of a method, by name; empty when its payload is no object. */
    private static Map<String, Object> arguments(DirectMethodPayload payload) {
        try {
            JsonNode given = JSON.readTree(payload.getPayloadAsJsonString());
            return given.isObject() ? JSON.convertValue(given, ARGUMENTS) : Map.of();
        } catch (JsonProcessingException | RuntimeException e) {
            return Map.of();
        }
    }

    /** What was changed while the device was away is not announced. */
    private void readTwin(DeviceClient open) throws InterruptedException, IotHubClientException {
        TwinCollection desired = again(() -> open.getTwin(TWIN_MILLIS)).getDesiredProperties();
        report(open, control.configureAll(new HashMap<>(desired), version(desired)));
    }

    private interface TwinRequest<T> {
        T send() throws InterruptedException, IotHubClientException;
    }

    /** The SDK misses an answer that it sees before the acknowledgement of its question; the next one it hears. */
    private static <T> T again(TwinRequest<T> request) throws InterruptedException, IotHubClientException {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.send();
            } catch (IotHubClientException e) {
                if (e.getStatusCode() != IotHubStatusCode.DEVICE_OPERATION_TIMED_OUT || attempt == TWIN_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static long version(TwinCollection desired) {
        return desired.getVersion() == null ? 0 : desired.getVersion();
    }

    private void report(DeviceClient open, Map<String, Object> settings) {
        if (settings.isEmpty()) {
            return;
        }
        TwinCollection reported = new TwinCollection();
        settings.forEach(reported::put);
        try {
            again(() -> open.updateReportedProperties(reported, TWIN_MILLIS));
        } catch (IotHubClientException | IllegalStateException e) {
            LOG.warn("{}: the hub was not told the configuration: {}", identity.deviceId(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(DeviceClient which, IotHubConnectionStatus status, Throwable cause) {
        if (which != client || closing) {
            return;
        }
        switch (status) {
            case CONNECTED -> {
                if (trouble == null) {
                    return;
                }
                wellAgain();
                try {
                    if (protocol != IotHubClientProtocol.HTTPS) {
                        readTwin(which);
                    }
                } catch (IotHubClientException | IllegalStateException e) {
                    LOG.warn("{}: the twin cannot be read: {}", identity.deviceId(), e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case DISCONNECTED_RETRYING ->
                tell(HubTrouble.describe(
                        known, cause == null ? new IOException("it is gone") : cause, clock.instant()));
            case DISCONNECTED -> {
                tell(HubTrouble.describe(
                        known, cause == null ? new IOException("it is gone") : cause, clock.instant()));
                abandon(which);
                tryLater();
            }
        }
    }

    /** Frames under way fail, and are sent again by whoever keeps them. */
    private void abandon(DeviceClient which) {
        client = null;
        if (which != null) {
            which.close();
        }
    }

    private void tryLater() {
        long millis =
                Math.round(pause.toMillis() * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
        pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        later(Duration.ofMillis(millis), this::connect);
    }

    private void later(Runnable work) {
        later(Duration.ZERO, work);
    }

    private void later(Duration pause, Runnable work) {
        try {
            var unused = worker.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile
            return;
        }
    }

    private void tellUpload(String words) {
        if (!words.equals(uploadTrouble)) {
            LOG.warn("{}: {}; trying again", identity.deviceId(), words);
        }
        uploadTrouble = words;
    }

    private void tell(String words) {
        if (!words.equals(trouble)) {
            LOG.warn("{}: {}; trying again", identity.deviceId(), words);
        }
        trouble = words;
    }

    private void wellAgain() {
        LOG.info("{}: connected to the hub at {}", identity.deviceId(), known.hostName());
        trouble = null;
    }

    @Override
    public void close() {
        closing = true;
        uploads.shutdownNow();
        worker.shutdownNow();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon(client);
    }
}
