package io.crowdlake.device.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodPayload;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub wants of a device: its twin is applied and reported back, its methods are answered. */
final class TwinLink {

    private static final Logger LOG = LoggerFactory.getLogger(TwinLink.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};
    private static final int TWIN_MILLIS = 10_000;
    private static final int TWIN_ATTEMPTS = 4;

    private final String deviceId;
    private final DeviceControl control;
    private final Executor worker;

    /**
     * @param worker of the connection, on which this is called as well
     */
    TwinLink(String deviceId, DeviceControl control, Executor worker) {
        this.deviceId = deviceId;
        this.control = control;
        this.worker = worker;
    }

    /** After the device has signed in. */
    void begin(DeviceClient open) throws InterruptedException, IotHubClientException {
        open.subscribeToMethods(
                (method, payload, context) -> {
                    DeviceControl.Answer answer = control.call(method, arguments(payload));
                    return new DirectMethodResponse(answer.status(), answer.payload());
                },
                null);
        open.subscribeToDesiredProperties(
                (twin, context) -> {
                    TwinCollection patch = twin.getDesiredProperties();
                    worker.execute(() -> report(open, control.configure(new HashMap<>(patch), version(patch))));
                },
                null);
        read(open);
        report(open, control.description());
    }

    /** After the SDK has come back by itself: what was changed while the device was away is not announced. */
    void resume(DeviceClient open) {
        try {
            read(open);
        } catch (IotHubClientException | IllegalStateException e) {
            LOG.warn("{}: the twin cannot be read: {}", deviceId, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(DeviceClient open) throws InterruptedException, IotHubClientException {
        TwinCollection desired = again(() -> open.getTwin(TWIN_MILLIS)).getDesiredProperties();
        report(open, control.configureAll(new HashMap<>(desired), version(desired)));
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
            LOG.warn("{}: the hub was not told the configuration: {}", deviceId, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
