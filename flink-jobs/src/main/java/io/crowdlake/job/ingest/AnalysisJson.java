package io.crowdlake.job.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
        } catch (IOException | RuntimeException e) {
            throw new AnalysisException(DeadLetterReason.JSON_INVALID, "body is no frame analysis" + where(e));
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

    /** Where it goes wrong, but not the words there: a body is never quoted, unless a field that is out of its range names itself. */
    private static String where(Exception e) {
        if (e.getCause() instanceof IllegalArgumentException outOfRange) {
            return ": " + outOfRange.getMessage();
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return ", see " + mapping.getPathReference().replaceAll("[\\w.$]+\\[", "[");
        }
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return ", see line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr();
        }
        return "";
    }
}
