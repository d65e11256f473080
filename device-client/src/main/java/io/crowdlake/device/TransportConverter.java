package io.crowdlake.device;

import io.crowdlake.device.hub.Transport;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code inline}, {@code reference} or {@code edge}. */
final class TransportConverter implements ITypeConverter<Transport> {

    @Override
    public Transport convert(String text) {
        return Arrays.stream(Transport.values())
                .filter(transport -> transport.label().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is no way: write inline, reference or edge"));
    }
}
