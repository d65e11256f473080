package io.crowdlake.hub.device;

import io.crowdlake.hub.identity.Identity;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.Endpoint;
import io.crowdlake.hub.registry.Device;
import io.crowdlake.hub.telemetry.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One connected device: what it publishes to its topics, and what it hears of the hub. */
final class DeviceEndpoint implements Endpoint {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /** The device SDK misses an answer that it sees before the acknowledgement of its question; far hubs are never so fast. */
    private static final long ANSWER_MILLIS = 200;

    private static final int NO_CONTENT = 204;

    private final Identity identity;
    private final Connection connection;
    private final DeviceHub hub;
    private final Set<String> filters;

    DeviceEndpoint(Identity identity, Connection connection, DeviceHub hub) {
        this.identity = identity;
        this.connection = connection;
        this.hub = hub;
        this.filters = HubTopics.filters(identity.deviceId());
    }

    /** The device id. */
    @Override
    public String name() {
        return identity.deviceId();
    }

    @Override
    public boolean resumesSession() {
        return device().map(device -> !device.subscriptions().isEmpty()).orElse(false);
    }

    @Override
    public void connected() {
        if (listensTo(HubTopics.deviceBound(name()) + "#")) {
            hub.messages().deliverAll(this);
        }
    }

    @Override
    public boolean maySubscribe(String filter) {
        return filters.contains(filter);
    }

    @Override
    public void subscribed(String filter) {
        boolean before = listensTo(filter);
        if (!before) {
            hub.registry().update(name(), device -> device.withSubscription(filter));
        }
        if (!before && filter.equals(HubTopics.deviceBound(name()) + "#")) {
            hub.messages().deliverAll(this);
        }
    }

    @Override
    public void unsubscribed(String filter) {
        hub.registry().update(name(), device -> {
            Set<String> left = new TreeSet<>(device.subscriptions());
            left.remove(filter);
            return device.withSubscriptions(left);
        });
    }

    boolean listensTo(String filter) {
        return device().map(device -> device.subscriptions().contains(filter)).orElse(false);
    }

    @Override
    public CompletionStage<Void> publish(String topic, byte[] payload) {
        hub.heard(name());
        String events = HubTopics.events(name());
        if (topic.equals(events) || topic.startsWith(events + "/")) {
            return telemetry(topic.substring(Math.min(topic.length(), events.length() + 1)), payload);
        } else if (topic.startsWith(HubTopics.TWIN_GET)) {
            sendTwin(HubTopics.parameters(topic).get("$rid"));
        } else if (topic.startsWith(HubTopics.TWIN_REPORTED)) {
            report(HubTopics.parameters(topic).get("$rid"), payload);
        } else if (topic.startsWith(HubTopics.METHOD_RESULTS)) {
            answer(topic, payload);
        } else {
            throw new IllegalArgumentException("it may not publish to " + topic);
        }
        return DONE;
    }

    private CompletionStage<Void> telemetry(String properties, byte[] payload) {
        return hub.telemetry().accept(identity, MessageProperties.parse(properties), payload);
    }

    private void sendTwin(String requestId) {
        soon(() -> device().ifPresent(device -> connection.send(
                HubTopics.twinResult(200, requestId), hub.twins().document(device))));
    }

    private static void soon(Runnable answer) {
        CompletableFuture.delayedExecutor(ANSWER_MILLIS, TimeUnit.MILLISECONDS).execute(answer);
    }

    private void report(String requestId, byte[] patch) {
        try {
            long version = hub.twins().report(name(), patch);
            soon(() -> connection.send(HubTopics.twinResult(NO_CONTENT, requestId, version), new byte[0]));
        } catch (IllegalArgumentException e) {
            byte[] reason = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
            soon(() -> connection.send(HubTopics.twinResult(400, requestId), reason));
        }
    }

    private void answer(String topic, byte[] payload) {
        Map<String, String> parameters = HubTopics.parameters(topic);
        String status = topic.substring(HubTopics.METHOD_RESULTS.length()).split("/", 2)[0];
        try {
            hub.methods()
                    .answered(
                            name(),
                            parameters.get("$rid"),
                            new DirectMethods.Result(Integer.parseInt(status), payload));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the status of a method is '" + status + "', must be a number", e);
        }
    }

    void send(String topic, byte[] payload) {
        connection.send(topic, payload);
    }

    void send(String topic, byte[] payload, Runnable acknowledged) {
        connection.send(topic, payload, acknowledged);
    }

    void close(String reason) {
        connection.close(reason);
    }

    @Override
    public void disconnected() {
        hub.disconnected(this);
    }

    private Optional<Device> device() {
        return hub.registry().find(name());
    }
}
