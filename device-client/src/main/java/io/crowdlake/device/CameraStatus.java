package io.crowdlake.device;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a camera is doing.
 *
 * @param deviceId its id at the hub
 * @param source what it shows
 * @param framesPerSecond nominal rate of the source, in event time
 * @param framesSent accepted by the hub
 * @param framesWaiting published but not yet accepted
 * @param framesDropped given up since too many waited for the hub, or for too long
 * @param errors frames that could not be read or sent
 * @param lastError one line, or null; while the hub is away, why
 * @param positionSeconds event time since the start of the source
 * @param capturedAt event time of the newest frame published, ISO-8601, or null before the first
 * @param finished whether no more frames will come
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CameraStatus(
        String deviceId,
        String source,
        double framesPerSecond,
        long framesSent,
        long framesWaiting,
        long framesDropped,
        long errors,
        String lastError,
        double positionSeconds,
        String capturedAt,
        boolean finished) {}
