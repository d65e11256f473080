package io.crowdlake.counting.window;

/**
 * What a window's frames say of one zone; see {@link FrameCounts}.
 *
 * @param zone its name
 * @param peak most people in it in one frame
 * @param sum people in it, added over the frames
 * @param personMicrosTwice people in it added over the time between frames (mean of the frames at both ends), twice the microseconds
 */
public record ZoneOccupancy(String zone, long peak, long sum, long personMicrosTwice) {

    static ZoneOccupancy none(String zone) {
        return new ZoneOccupancy(zone, 0, 0, 0);
    }

    /** The frames of both, of the same zone. */
    ZoneOccupancy merge(ZoneOccupancy other) {
        return new ZoneOccupancy(
                zone, Math.max(peak, other.peak), sum + other.sum, personMicrosTwice + other.personMicrosTwice);
    }
}
