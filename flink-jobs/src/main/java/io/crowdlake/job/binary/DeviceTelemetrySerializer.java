package io.crowdlake.job.binary;

import io.crowdlake.contracts.DeviceTelemetry;
import java.io.IOException;
import java.time.Duration;

/** The binary form of a {@link DeviceTelemetry}. */
public final class DeviceTelemetrySerializer extends BinarySerializer<DeviceTelemetry> {

    public static final BinaryType<DeviceTelemetry> TYPE =
            new BinaryType<>(DeviceTelemetry.class, new DeviceTelemetrySerializer());

    private static final long serialVersionUID = 1L;

    @Override
    protected void write(DeviceTelemetry telemetry, BinaryOutput out) throws IOException {
        out.text(telemetry.deviceId());
        out.instant(telemetry.sentAt());
        out.number(telemetry.framesCaptured());
        out.number(telemetry.framesSent());
        out.number(telemetry.framesDropped());
        out.number(telemetry.buffered());
        out.optional(telemetry.temperatureCelsius(), (celsius, part) -> part.real(celsius));
        out.text(telemetry.softwareVersion());
        out.number(telemetry.uptime().getSeconds());
        out.number(telemetry.uptime().getNano());
        out.text(telemetry.trouble());
    }

    @Override
    protected DeviceTelemetry read(BinaryInput in) throws IOException {
        return new DeviceTelemetry(
                in.text(),
                in.instant(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.optional(BinaryInput::real),
                in.text(),
                Duration.ofSeconds(in.number(), in.number()),
                in.text());
    }
}
