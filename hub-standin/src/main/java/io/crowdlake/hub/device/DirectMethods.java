package io.crowdlake.hub.device;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a connected device to do something and waits for its answer. Safe for many threads. */
public final class DirectMethods {

    /**
     * What the device answered.
     *
     * @param status of the device's own choice, such as 200
     * @param payload JSON, or empty
     */
    public record Result(int status, byte[] payload) {}

    private record Call(String deviceId, String requestId) {}

    private final ConnectedDevices connected;
    private final Map<Call, CompletableFuture<Result>> waiting = new ConcurrentHashMap<>();

    DirectMethods(ConnectedDevices connected) {
        this.connected = connected;
    }

    /**
     * Calls a method.
     *
     * @param connect how long to wait for a device that is not connected
     * @param respond how long to wait for its answer
     * @return empty when the device is not connected or does not listen to methods
     * @throws TimeoutException when it does not answer in time
     */
    public Optional<Result> invoke(String deviceId, String name, byte[] payload, Duration connect, Duration respond)
            throws InterruptedException, TimeoutException {
        Optional<DeviceEndpoint> device = connected.await(deviceId, connect);
        if (device.isEmpty() || !device.get().listensTo(HubTopics.METHODS_FILTER)) {
            return Optional.empty();
        }
        Call call = new Call(deviceId, UUID.randomUUID().toString());
        CompletableFuture<Result> answer = new CompletableFuture<>();
        waiting.put(call, answer);
        try {
            device.get().send(HubTopics.method(name, call.requestId()), payload);
            return Optional.of(answer.get(respond.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer can only be there or not", e);
        } finally {
            waiting.remove(call);
        }
    }

    /** The answer of a device; one that nobody waits for any more is of no use. */
    void answered(String deviceId, String requestId, Result result) {
        CompletableFuture<Result> answer = waiting.get(new Call(deviceId, requestId));
        if (answer != null) {
            answer.complete(result);
        }
    }
}
