package io.crowdlake.device;

import io.crowdlake.device.hub.HubProtocol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code MQTT}, {@code mqtt-ws} and the like. */
final class HubProtocolConverter implements ITypeConverter<HubProtocol> {

    @Override
    public HubProtocol convert(String text) {
        return HubProtocol.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no protocol of a hub: write MQTT, MQTT_WS, AMQPS, AMQPS_WS or HTTPS"));
    }
}
