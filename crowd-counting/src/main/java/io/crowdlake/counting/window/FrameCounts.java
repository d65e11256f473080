package io.crowdlake.counting.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a window's frames add up to. Whole numbers only, so that the order of adding does not matter.
 *
 * @param frames analysed frames captured in the window
 * @param peakOccupancy most visitors in one frame
 * @param occupancySum visitors in view, added over the frames
 * @param watchedMicros time between frames during which the camera was watching, microseconds
 * @param personMicrosTwice visitors in view added over that time (mean of the frames at both ends), twice the microseconds
 * @param newestFrame event time of the newest frame, which lies before a window that was watched but has none; null without any
 * @param modelVersion bundle of that frame; null without any
 * @param zones the same for each zone that was not empty all the time, by name
 */
public record FrameCounts(
        long frames,
        long peakOccupancy,
        long occupancySum,
        long watchedMicros,
        long personMicrosTwice,
        Instant newestFrame,
        String modelVersion,
        List<ZoneOccupancy> zones) {

    /** No frames. */
    public static final FrameCounts EMPTY = new FrameCounts(0, 0, 0, 0, 0, null, null, List.of());

    public FrameCounts {
        zones = zones == null ? List.of() : List.copyOf(zones);
    }

    /** What one frame adds to its window. */
    public static FrameCounts ofFrame(FrameSight frame) {
        return new FrameCounts(
                1,
                frame.occupancy(),
                frame.occupancy(),
                0,
                0,
                frame.time(),
                frame.modelVersion(),
                zones(frame, people -> new ZoneOccupancy(people.getKey(), people.getValue(), people.getValue(), 0)));
    }

    /** What the time between two frames that follow each other, or a part of it, adds to the window it lies in. */
    static FrameCounts ofInterval(FrameSight before, FrameSight after, Duration part) {
        long micros = part.toNanos() / 1_000;
        long personMicrosTwice = micros * (before.occupancy() + after.occupancy());
        Function<Map.Entry<String, Long>, ZoneOccupancy> zone =
                people -> new ZoneOccupancy(people.getKey(), 0, 0, micros * people.getValue());
        List<ZoneOccupancy> zones =
                ByName.merge(zones(before, zone), zones(after, zone), ZoneOccupancy::zone, ZoneOccupancy::merge);
        return new FrameCounts(0, 0, 0, micros, personMicrosTwice, before.time(), before.modelVersion(), zones);
    }

    /** The frames of both. */
    public FrameCounts merge(FrameCounts other) {
        boolean otherIsNewer = newer(other, this);
        return new FrameCounts(
                frames + other.frames,
                Math.max(peakOccupancy, other.peakOccupancy),
                occupancySum + other.occupancySum,
                watchedMicros + other.watchedMicros,
                personMicrosTwice + other.personMicrosTwice,
                otherIsNewer ? other.newestFrame : newestFrame,
                otherIsNewer ? other.modelVersion : modelVersion,
                ByName.merge(zones, other.zones, ZoneOccupancy::zone, ZoneOccupancy::merge));
    }

    /** Visitors in view, weighted by the time the camera was watching; by frames where no two frames follow each other closely. */
    public double meanOccupancy() {
        return mean(personMicrosTwice, occupancySum);
    }

    /** The same of some of the visitors. */
    double mean(long microsTwice, long sum) {
        if (watchedMicros > 0) {
            return microsTwice / 2.0 / watchedMicros;
        }
        return frames == 0 ? 0 : (double) sum / frames;
    }

    private static List<ZoneOccupancy> zones(
            FrameSight frame, Function<Map.Entry<String, Long>, ZoneOccupancy> occupancy) {
        return frame.zones().isEmpty()
                ? List.of()
                : new TreeMap<>(frame.zones())
                        .entrySet().stream().map(occupancy).toList();
    }

    private static boolean newer(FrameCounts one, FrameCounts other) {
        if (one.newestFrame == null || other.newestFrame == null) {
            return one.newestFrame != null;
        }
        int order = one.newestFrame.compareTo(other.newestFrame);
        return order > 0 || (order == 0 && one.modelVersion.compareTo(other.modelVersion) > 0);
    }
}
