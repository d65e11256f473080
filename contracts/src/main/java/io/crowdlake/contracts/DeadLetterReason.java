package io.crowdlake.contracts;

/** Why a message could not be processed. A code never changes its meaning; new ones may be added. */
public enum DeadLetterReason {
    /** The hub's device id header is not there. */
    DEVICE_ID_MISSING,
    /** A header is missing or cannot be read, such as a sequence that is no number. */
    HEADER_INVALID,
    /** The capture time lies too far in the past or the future. */
    TIMESTAMP_OUT_OF_RANGE,
    /** The message is larger than the hub would ever deliver. */
    MESSAGE_TOO_LARGE,
    /** No analyzer answers to the cognitive type. */
    COGNITIVE_TYPE_UNKNOWN,
    /** The body's media type is none that the analyzer reads. */
    CONTENT_TYPE_UNSUPPORTED,
    /** The body is empty. */
    BODY_EMPTY,
    /** The body is no JPEG, or a broken one. */
    IMAGE_INVALID,
    /** The picture declares more pixels than allowed. */
    IMAGE_TOO_LARGE,
    /** The message refers to a picture in a place that the job does not read, or that is another camera's. */
    REFERENCE_REFUSED,
    /** The picture that the message refers to is not there or cannot be read, after retries. */
    REFERENCE_UNREADABLE,
    /** The picture that the message refers to has more bytes than allowed. */
    REFERENCE_TOO_LARGE,
    /** The body is no JSON, or not of the analysis schema. */
    JSON_INVALID,
    /** The analyzer failed on this frame, after its retries. */
    ANALYSIS_FAILED,
    /** The analyzer did not answer in time, after its retries. */
    ANALYSIS_TIMEOUT,
    /** The frame came after its window's horizon. */
    TOO_LATE
}
