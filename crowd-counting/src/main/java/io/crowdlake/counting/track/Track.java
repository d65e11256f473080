package io.crowdlake.counting.track;

import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.Look;
import java.time.Instant;

/**
 * What is known of one person in view.
 *
 * @param visitId of the visit that this is, or becomes once confirmed
 * @param confirmed false after a single unsure sight: one false box makes no visitor
 * @param firstSeen event time of the first sight
 * @param frames number of sights
 * @param motion place and speed at the last sight
 * @param vote over the faces so far
 * @param modelVersion bundle that saw the last one
 * @param announcedFrames number of sights when the visit was last announced as ended by silence; 0 when it never was
 * @param whereabouts over which lines and into which zones the person went
 * @param look the best face's, to be recognised by; null without any
 */
public record Track(
        String visitId,
        boolean confirmed,
        Instant firstSeen,
        int frames,
        Motion motion,
        AttributeVote vote,
        String modelVersion,
        int announcedFrames,
        Whereabouts whereabouts,
        Look look) {

    public Track {
        whereabouts = whereabouts == null ? Whereabouts.UNKNOWN : whereabouts;
    }

    /** Event time of the last sight. */
    Instant lastSeen() {
        return motion.time();
    }

    /** The visit as it stands after a sight, or as it ended; the device is the owner of the state. */
    VisitUpdate update(String deviceId, boolean closed) {
        Whereabouts way = closed ? whereabouts.ended(lastSeen()) : whereabouts;
        Visit visit = new Visit(
                visitId,
                deviceId,
                firstSeen,
                lastSeen(),
                frames,
                vote.outcome(),
                Recognition.UNKNOWN,
                modelVersion,
                way.crossings(),
                way.zoneStays(),
                way.heading());
        return closed
                ? new VisitUpdate(visit, true, way.movement(), announcedFrames, look, null)
                : new VisitUpdate(visit, false, way.movement());
    }

    /** The same after its end was announced. */
    Track announced() {
        return new Track(visitId, confirmed, firstSeen, frames, motion, vote, modelVersion, frames, whereabouts, look);
    }
}
