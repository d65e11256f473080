package io.crowdlake.device.hub;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.transport.IotHubConnectionStatus;
import com.microsoft.azure.sdk.iot.device.transport.NoRetry;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one device is connected, and the endless attempt to make it so. The SDK comes back by itself after a short outage; when it gives up, or was
 * never let in, it is started anew, with growing pauses, until {@link #close()}. All of it happens on the worker.
 */
final class HubConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubConnection.class);
    private static final Duration HTTPS_CONNECT = Duration.ofSeconds(10);
    private static final Duration HTTPS_ANSWER = Duration.ofSeconds(60);

    /** Over HTTPS the SDK asks for messages to the device every 10 ms unless it is told otherwise. There are none. */
    private static final Duration HTTPS_ASK = Duration.ofHours(12);

    private final DeviceIdentity identity;
    private final HubProtocol protocol;
    private final SSLContext tls;
    private final TwinLink twin;
    private final HubHealth health;
    private final HubWorker worker;
    private final Clock clock;
    private final RetryPause pause = new RetryPause();
    private volatile DeviceIdentity known;
    private volatile DeviceClient client;
    private volatile boolean closing;
    private boolean reached;

    HubConnection(
            DeviceIdentity identity,
            HubProtocol protocol,
            SSLContext tls,
            TwinLink twin,
            HubHealth health,
            HubWorker worker,
            Clock clock) {
        this.identity = identity;
        this.protocol = protocol;
        this.tls = tls;
        this.twin = twin;
        this.health = health;
        this.worker = worker;
        this.clock = clock;
        this.known = identity.registration() == null ? identity : null;
    }

    /** Returns at once, whether the hub is there or not. */
    void begin() {
        if (!protocol.staysConnected()) {
            LOG.info(
                    "{}: sends over HTTPS, which carries neither a twin nor methods: settings come from --settings and the options alone",
                    identity.deviceId());
        }
        worker.execute(this::connect);
    }

    /** Empty while there is none. */
    Optional<DeviceClient> client() {
        return Optional.ofNullable(client);
    }

    /** Who the device is at its hub; before it knows that, at the provisioning service. */
    DeviceIdentity identity() {
        DeviceIdentity atHub = known;
        return atHub == null ? identity : atHub;
    }

    /** After a pause, in which the answer to whoever asked for it can go out. */
    void reconnect() {
        worker.later(RetryPause.FIRST, () -> {
            LOG.info("{}: connects anew", identity.deviceId());
            if (client != null) {
                abandon(client);
                connect();
            }
        });
    }

    /**
     * The hub has answered a message. Without a connection that stays nothing else tells how the hub is.
     *
     * @param failure null when it has taken it
     */
    void answered(IotHubClientException failure) {
        if (protocol.staysConnected()) {
            return;
        }
        worker.execute(() -> {
            if (failure == null && !(reached && health.isConnected())) {
                connected();
            } else if (failure != null && client != null) {
                failed(failure);
                if (known == null) {
                    abandon(client);
                    tryLater();
                }
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
            next = new DeviceClient(known.connectionString(), protocol.atHub(), options());
            if (protocol.staysConnected()) {
                DeviceClient opened = next;
                next.setConnectionStatusChangeCallback(
                        status -> worker.execute(() -> changed(opened, status.getNewStatus(), status.getCause())),
                        null);
                next.open(false);
                client = next;
                twin.begin(next);
                connected();
            } else {
                // a frame that fails is sent again by whoever keeps it, in order, which the SDK would not keep to
                next.setRetryPolicy(new NoRetry());
                next.open(false);
                client = next;
            }
        } catch (IotHubClientException
                | IllegalArgumentException
                | UnsupportedOperationException
                | IllegalStateException e) {
            abandon(next);
            failed(e);
            tryLater();
        } catch (ProvisioningDeviceClientException e) {
            health.connectionFailed(HubTrouble.describeRegistration(identity, e));
            tryLater();
        } catch (InterruptedException e) {
            abandon(next);
            Thread.currentThread().interrupt();
        }
    }

    private ClientOptions options() {
        ClientOptions.ClientOptionsBuilder options = ClientOptions.builder().sslContext(tls);
        return protocol.staysConnected()
                ? options.build()
                : options.httpsConnectTimeout(Math.toIntExact(HTTPS_CONNECT.toMillis()))
                        .httpsReadTimeout(Math.toIntExact(HTTPS_ANSWER.toMillis()))
                        .receiveInterval(Math.toIntExact(HTTPS_ASK.toMillis()))
                        .build();
    }

    private void changed(DeviceClient which, IotHubConnectionStatus status, Throwable cause) {
        if (which != client || closing) {
            return;
        }
        Throwable reason = cause == null ? new IOException("it is gone") : cause;
        switch (status) {
            case CONNECTED -> {
                if (!health.isConnected()) {
                    connected();
                    twin.resume(which);
                }
            }
            case DISCONNECTED_RETRYING -> health.connectionFailed(HubTrouble.describe(known, reason, clock.instant()));
            case DISCONNECTED -> {
                health.connectionFailed(HubTrouble.describe(known, reason, clock.instant()));
                abandon(which);
                tryLater();
            }
        }
    }

    private void connected() {
        LOG.info("{}: connected to the hub at {}", identity.deviceId(), known.hostName());
        reached = true;
        pause.reset();
        health.connected();
    }

    private void failed(Exception failure) {
        health.connectionFailed(HubTrouble.describe(identity(), failure, clock.instant()));
        if (identity.registration() != null && HubTrouble.isRefusal(failure)) {
            // it may belong to another hub by now
            known = null;
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
        worker.later(pause.next(), this::connect);
    }

    /** Ends the worker, too. */
    @Override
    public void close() {
        closing = true;
        worker.close();
        abandon(client);
    }
}
