package io.crowdlake.device.simulate;

import io.crowdlake.device.config.SoftwareVersion;
import io.crowdlake.device.hub.DeviceControl;
import io.crowdlake.device.hub.Transport;
import java.util.Map;

/** A simulated device cannot be configured, and knows no methods. */
final class NoControl implements DeviceControl {

    private static final int NOT_FOUND = 404;

    @Override
    public Map<String, Object> configure(Map<String, Object> desired, long version) {
        return Map.of();
    }

    @Override
    public Map<String, Object> configureAll(Map<String, Object> desired, long version) {
        return Map.of();
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("softwareVersion", SoftwareVersion.get());
    }

    @Override
    public Transport transport() {
        return Transport.INLINE;
    }

    @Override
    public Answer call(String method, Map<String, Object> arguments) {
        return new Answer(NOT_FOUND, Map.of("error", "this device is simulated and knows no methods"));
    }
}
