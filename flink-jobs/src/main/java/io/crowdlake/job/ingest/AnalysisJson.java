package io.crowdlake.job.ingest;

import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.inference.AnalysisException;
import java.io.IOException;
import java.time.Instant;

/** Reads an analysis that was made elsewhere, and believes none of it unchecked. */
public final class AnalysisJson {

    private AnalysisJson() {}

    /**
     * The analysis of a body.
     *
     * @param now by the job's clock
     * @throws AnalysisException BODY_EMPTY, JSON_INVALID, or TIMESTAMP_OUT_OF_RANGE
     */
    public static FrameAnalysis read(byte[] body, IngestLimits limits, Instant now) throws AnalysisException {
        if (body == null || body.length == 0) {
            throw new AnalysisException(DeadLetterReason.BODY_EMPTY, "message has no body");
        }
        FrameAnalysis analysis;
        try {
            analysis = JsonCodec.read(body, FrameAnalysis.class);
        } catch (IOException e) {
            throw new AnalysisException(DeadLetterReason.JSON_INVALID, "body is no frame analysis: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new AnalysisException(DeadLetterReason.JSON_INVALID, "body is no frame analysis");
        }
        requireAllowed("captured_at", analysis.capturedAt(), limits, now);
        requireAllowed("analyzed_at", analysis.analyzedAt(), limits, now);
        if (analysis.enqueuedAt() != null) {
            requireAllowed("enqueued_at", analysis.enqueuedAt(), limits, now);
        }
        return analysis;
    }

    private static void requireAllowed(String field, Instant time, IngestLimits limits, Instant now)
            throws AnalysisException {
        if (!limits.allows(time, now)) {
            throw new AnalysisException(
                    DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                    field + " is " + time + ", must be within " + limits.oldest() + " and " + limits.maxFuture()
                            + " from now");
        }
    }
}
