package io.crowdlake.device;

import java.util.List;

/**
 * How all cameras of a program are doing; this is the status file.
 *
 * @param state {@code running}, {@code finished} (every source has ended) or {@code stopped}
 * @param updatedAt ISO-8601
 * @param framesSent by all cameras
 * @param errors of all cameras
 * @param cameras in the order in which they were given
 */
public record FleetStatus(String state, String updatedAt, long framesSent, long errors, List<CameraStatus> cameras) {

    /** Of these cameras. */
    public static FleetStatus of(String state, String updatedAt, List<CameraStatus> cameras) {
        long sent = cameras.stream().mapToLong(CameraStatus::framesSent).sum();
        long errors = cameras.stream().mapToLong(CameraStatus::errors).sum();
        return new FleetStatus(state, updatedAt, sent, errors, List.copyOf(cameras));
    }
}
