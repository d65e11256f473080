package io.crowdlake.hub.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdlake.hub.mqtt.Connection;
import io.crowdlake.hub.mqtt.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
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

    private final String registrationId;
    private final Connection connection;
    private final Runnable register;
    private final String assignedHub;
    private final Clock clock;
    private final String operationId = UUID.randomUUID().toString();

    ProvisioningEndpoint(
            String registrationId, Connection connection, Runnable register, String assignedHub, Clock clock) {
        this.registrationId = registrationId;
        this.connection = connection;
        this.register = register;
        this.assignedHub = assignedHub;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registration of " + registrationId;
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
        String requestId = requestId(topic);
        if (topic.startsWith(REGISTER)) {
            register.run();
            answer(RESULTS + "202/?$rid=" + requestId + "&retry-after=" + RETRY_SECONDS, assigning());
        } else if (topic.startsWith(ASK)) {
            answer(RESULTS + "200/?$rid=" + requestId, assigned());
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

    private ObjectNode assigning() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operationId", operationId)
                .put("status", "assigning");
    }

    private ObjectNode assigned() {
        String now = clock.instant().toString();
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", operationId)
                .put("status", "assigned");
        answer.putObject("registrationState")
                .put("registrationId", registrationId)
                .put("createdDateTimeUtc", now)
                .put("assignedHub", assignedHub)
                .put("deviceId", registrationId)
                .put("status", "assigned")
                .put("substatus", "initialAssignment")
                .put("lastUpdatedDateTimeUtc", now)
                .put("etag", "1");
        return answer;
    }

    private static String requestId(String topic) {
        int start = topic.indexOf("$rid=");
        if (start < 0) {
            throw new IllegalArgumentException("it published to " + topic + ", which has no $rid");
        }
        String rest = topic.substring(start + "$rid=".length());
        int end = rest.indexOf('&');
        return end < 0 ? rest : rest.substring(0, end);
    }

    @Override
    public void disconnected() {}
}
