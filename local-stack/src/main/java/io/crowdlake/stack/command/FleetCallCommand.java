package io.crowdlake.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import io.crowdlake.stack.StackException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a camera to do something. */
@Command(
        name = "call",
        description = {
            "Call a method of a camera that is connected, such as diagnostics or captureNow, and print its answer, which is JSON.",
            "Exit code 1 where the camera's status is not 2xx."
        },
        mixinStandardHelpOptions = true)
final class FleetCallCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "ID", description = "Device id")
    private String deviceId;

    @Parameters(index = "1", paramLabel = "METHOD", description = "Its name")
    private String method;

    @Parameters(index = "2", paramLabel = "PAYLOAD", arity = "0..1", description = "JSON")
    private String payload;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "How long to wait for the answer, 5s to 300s (default ${DEFAULT-VALUE})")
    private Duration timeout;

    @Mixin
    private FleetOptions fleet;

    @Override
    public Integer call() {
        DirectMethodResponse answer = fleet.open().call(deviceId, method, json(), timeout);
        String body = String.valueOf(answer.getPayloadAsJsonString());
        fleet.out().println(fleet.json() ? "{\"status\":" + answer.getStatus() + ",\"payload\":" + body + "}" : body);
        if (answer.getStatus() / 100 != 2) {
            throw new StackException(deviceId + " answered " + method + " with status " + answer.getStatus());
        }
        return 0;
    }

    private Object json() {
        try {
            return payload == null ? null : JSON.readValue(payload, Object.class);
        } catch (JsonProcessingException e) {
            throw new StackException(
                    "the payload is " + payload + ", must be JSON (" + e.getOriginalMessage() + ")", e);
        }
    }
}
