package io.crowdlake.job.lake;

import static io.crowdlake.job.lake.Column.optionalReal;
import static io.crowdlake.job.lake.Column.optionalText;
import static io.crowdlake.job.lake.Column.real;
import static io.crowdlake.job.lake.Column.text;
import static io.crowdlake.job.lake.Column.time;
import static io.crowdlake.job.lake.Column.whole;

import io.crowdlake.contracts.DeviceTelemetry;
import java.time.Duration;

/** Columns of {@code device_telemetry}. */
final class DeviceTelemetryRow {

    private static final double NANOS_PER_SECOND = 1e9;

    static final RowLayout<DeviceTelemetry> LAYOUT = RowLayout.of(
            text("device_id", DeviceTelemetry::deviceId),
            time("sent_at", DeviceTelemetry::sentAt),
            whole("frames_captured", DeviceTelemetry::framesCaptured),
            whole("frames_sent", DeviceTelemetry::framesSent),
            whole("frames_dropped", DeviceTelemetry::framesDropped),
            whole("buffered", DeviceTelemetry::buffered),
            optionalReal("temperature_celsius", DeviceTelemetry::temperatureCelsius),
            text("software_version", DeviceTelemetry::softwareVersion),
            real("uptime_seconds", telemetry -> seconds(telemetry.uptime())),
            optionalText("trouble", DeviceTelemetry::trouble));

    private DeviceTelemetryRow() {}

    /** Also of what a camera makes up: nanoseconds in 64 bits end after 292 years. */
    private static double seconds(Duration uptime) {
        return uptime.getSeconds() + uptime.getNano() / NANOS_PER_SECOND;
    }
}
