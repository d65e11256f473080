package io.crowdlake.device.source;

import java.time.Duration;

/**
 * A frame as its source gives it.
 *
 * @param jpeg the encoded picture; not copied. A folder may give bytes that are no picture at all: the analysis has to cope
 * @param position since the beginning of the source, never going back
 */
public record CapturedFrame(byte[] jpeg, Duration position) {}
