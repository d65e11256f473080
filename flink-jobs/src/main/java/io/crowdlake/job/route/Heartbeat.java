package io.crowdlake.job.route;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.inference.AnalysisException;
import io.crowdlake.job.ingest.IngestLimits;
import java.io.IOException;
import java.time.Instant;

/** What a camera says of itself. Who it is, the hub has said; the body may only agree, or a camera could make another look broken. */
final class Heartbeat {

    private Heartbeat() {}

    /** Throws AnalysisException JSON_INVALID or TIMESTAMP_OUT_OF_RANGE when it is none. */
    static DeviceTelemetry read(CameraFrame message, IngestLimits limits, Instant now) throws AnalysisException {
        DeviceTelemetry telemetry;
        try {
            telemetry = JsonCodec.read(message.payload(), DeviceTelemetry.class);
        } catch (IOException e) {
            throw new AnalysisException(
                    DeadLetterReason.JSON_INVALID, "body is no device telemetry: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new AnalysisException(DeadLetterReason.JSON_INVALID, "body is no device telemetry");
        }
        EdgeAnalysis.requireSame("device_id", telemetry.deviceId(), message.deviceId());
        if (!limits.allows(telemetry.sentAt(), now)) {
            throw new AnalysisException(
                    DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                    "sent_at is " + telemetry.sentAt() + ", must be within " + limits.oldest() + " and "
                            + limits.maxFuture() + " from now");
        }
        return telemetry;
    }
}
