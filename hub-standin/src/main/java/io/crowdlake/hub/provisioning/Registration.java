package io.crowdlake.hub.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;

/** A device that has proved who it is, and what the service tells it: first that it should ask again, then its hub. */
final class Registration {

    private final String registrationId;
    private final Runnable entry;
    private final String assignedHub;
    private final Clock clock;

    /**
     * @param entry brings the device into the registry of the hub
     */
    Registration(String registrationId, Runnable entry, String assignedHub, Clock clock) {
        this.registrationId = registrationId;
        this.entry = entry;
        this.assignedHub = assignedHub;
        this.clock = clock;
    }

    String registrationId() {
        return registrationId;
    }

    /** Registers the device. */
    ObjectNode begin() {
        entry.run();
        return operation(UUID.randomUUID().toString(), "assigning");
    }

    ObjectNode result(String operationId) {
        String now = clock.instant().toString();
        ObjectNode answer = operation(operationId, "assigned");
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

    private static ObjectNode operation(String operationId, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operationId", operationId)
                .put("status", status);
    }
}
