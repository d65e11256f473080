package io.crowdlake.hub.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One device that registers: it asks, is told to ask again, and then learns its hub. */
final class ProvisioningEndpoint implements Endpoint {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    private static final String RESULTS = "$dps/registrations/res/";
    private static final String REGISTER = "$dps/registrations/PUT/iotdps-register/";
    private static final String ASK = "$dps/registrations/GET/iotdps-get-operationstatus/";
    private static final int RETRY_SECONDS = 1;

    /** The device SDK misses an answer that comes before it has begun to wait. */
    private static final long ANSWER_MILLIS = 100;

    private final Registration registration;
    private final Connection connection;

    ProvisioningEndpoint(Registration registration, Connection connection) {
        this.registration = registration;
        this.connection = connection;
    }

    @Override
    public String name() {
        return "registration of " + registration.registrationId();
    }

    @Override
    public boolean resumesSession() {
        return false;
    }

    @Override
    public void connected() {}

    @Override
    public boolean maySubscribe(String filter) {
        return filter.equals(RESULTS + "#");
    }

    @Override
    public void subscribed(String filter) {}

    @Override
    public void unsubscribed(String filter) {}

    @Override
    public CompletionStage<Void> publish(String topic, byte[] payload) {
        String requestId = parameter(topic, "$rid=");
        if (topic.startsWith(REGISTER)) {
            answer(RESULTS + "202/?$rid=" + requestId + "&retry-after=" + RETRY_SECONDS, registration.begin());
        } else if (topic.startsWith(ASK)) {
            answer(RESULTS + "200/?$rid=" + requestId, registration.result(parameter(topic, "operationId=")));
        } else {
            throw new IllegalArgumentException("it may not publish to " + topic);
        }
        return DONE;
    }

    private void answer(String topic, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> connection.send(topic, bytes));
    }

    private static String parameter(String topic, String name) {
        int start = topic.indexOf(name);
        if (start < 0) {
            throw new IllegalArgumentException("it published to " + topic + ", which has no " + name);
        }
        return topic.substring(start + name.length()).split("&", 2)[0];
    }

    @Override
    public void disconnected() {}
}
