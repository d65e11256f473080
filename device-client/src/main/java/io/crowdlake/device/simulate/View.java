package io.crowdlake.device.simulate;

import io.crowdlake.scene.FrameTruth;
import io.crowdlake.scene.PersonTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a simulated device sees. For one thread at a time. */
interface View extends AutoCloseable {

    /**
     * What makes a message one of a kind.
     *
     * @param position event time since the start of the device
     * @param capturedAt the same as an instant
     */
    record Stamp(String deviceId, String bootId, long sequence, Duration position, Instant capturedAt) {}

    /**
     * A message without its properties, and what it shows.
     *
     * @param contentType media type of the body
     * @param newcomers who came since the message before
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, compared nowhere
    record Message(String contentType, byte[] body, FrameTruth truth, List<PersonTruth> newcomers) {}

    /** What there is to see at a position that is not before the last one. */
    Message at(Stamp stamp);

    @Override
    void close();
}
