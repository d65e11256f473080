package io.crowdlake.counting.track;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.Recognition;
import io.crowdlake.contracts.Visit;
import io.crowdlake.counting.VisitUpdate;
import io.crowdlake.counting.place.Whereabouts;
import io.crowdlake.counting.visit.AttributeVote;
import io.crowdlake.counting.visit.Colours;
import io.crowdlake.counting.visit.Look;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one person in view.
 *
 * @param visitId of the visit that this is, or becomes once confirmed
 * @param confirmed false as long as there were unsure sights alone: false boxes make no visitor
 * @param firstSeen event time of the first sight
 * @param frames number of sights
 * @param motion place and speed at the last sight
 * @param vote over the faces so far
 * @param modelVersion bundle that saw the last one
 * @param announcedFrames number of sights when the visit was last announced as ended by silence; 0 when it never was
 * @param newcomer the first sight, as long as it is open whether this is somebody new; null once that is decided
 * @param hiddenMillis for how long since the last sight somebody nearer has stood before the place, in milliseconds
 * @param whereabouts over which lines and into which zones the person went; of an open track nothing yet
 * @param colours of clothes and hair
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
        Newcomer newcomer,
        long hiddenMillis,
        Whereabouts whereabouts,
        Colours colours,
        Look look) {

    public Track {
        whereabouts = whereabouts == null ? Whereabouts.UNKNOWN : whereabouts;
    }

    /** Event time of the last sight. */
    Instant lastSeen() {
        return motion.time();
    }

    /** Whether this is a visitor: seen well or often enough, and somebody of their own. */
    boolean visiting() {
        return confirmed && newcomer == null;
    }

    /**
     * Whether the person has been out of sight for longer than the visit gap, which is shorter where they must have left the view. Time behind
     * somebody else does not count, within limits.
     */
    boolean gone(Instant time, TrackerParameters parameters) {
        long unseenNanos = Gates.nanos(lastSeen(), time);
        long excusedMillis = Math.min(hiddenMillis, parameters.longestHidden().toMillis());
        Duration gap = parameters.visitGap();
        if (gap.compareTo(parameters.departedGap()) > 0 && motion.leftBy(time, parameters)) {
            gap = parameters.departedGap();
        }
        return unseenNanos - excusedMillis * 1_000_000 > gap.toNanos();
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

    /** The same after where the person went was told. */
    Track told() {
        return with(announcedFrames, newcomer, hiddenMillis, whereabouts.told(lastSeen()));
    }

    /** The same after its end was announced. */
    Track announced() {
        return with(frames, newcomer, hiddenMillis, whereabouts);
    }

    /** The same, hidden for a while longer. */
    Track hiddenFor(Duration longer) {
        return with(announcedFrames, newcomer, hiddenMillis + longer.toMillis(), whereabouts);
    }

    /** The same, certainly somebody new. */
    Track decided(CameraLayout layout) {
        return with(announcedFrames, null, hiddenMillis, newcomer.follow(whereabouts, layout));
    }

    /** One person with who came into view later. */
    Track joined(Track later, CameraLayout layout) {
        return new Track(
                visitId,
                confirmed || later.confirmed,
                firstSeen,
                frames + later.frames,
                later.motion.after(motion),
                vote.plus(later.vote),
                later.modelVersion,
                announcedFrames,
                null,
                later.hiddenMillis,
                later.newcomer.follow(whereabouts, layout),
                colours.plus(later.colours),
                Look.better(look, later.look));
    }

    private Track with(int announced, Newcomer open, long hidden, Whereabouts way) {
        return new Track(
                visitId,
                confirmed,
                firstSeen,
                frames,
                motion,
                vote,
                modelVersion,
                announced,
                open,
                hidden,
                way,
                colours,
                look);
    }
}
