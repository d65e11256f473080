package io.crowdlake.job.ingest;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;

/**
 * What became of a message: exactly one of the two is there.
 *
 * @param frame the message, understood, or null
 * @param deadLetter why it could not be understood, or null
 */
public record HubRecord(CameraFrame frame, DeadLetter deadLetter) {

    public HubRecord {
        if ((frame == null) == (deadLetter == null)) {
            throw new IllegalArgumentException("a record is either a frame or a dead letter");
        }
    }

    public static HubRecord of(CameraFrame frame) {
        return new HubRecord(frame, null);
    }

    public static HubRecord of(DeadLetter deadLetter) {
        return new HubRecord(null, deadLetter);
    }
}
