package io.crowdlake.job.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a camera was watching, as far as its frames have been passed on. A late frame from within was missing among others, whose people have been
 * counted; one from elsewhere is part of a backlog, whose people have not.
 *
 * @param since the beginning of the stretch that goes on, or null before the first frame
 * @param earlier stretches, in the order of time; at most {@value #MOST}, of which the first two become one when there are more
 */
public record Coverage(Instant since, List<Stretch> earlier) {

    static final int MOST = 64;

    static final Coverage NONE = new Coverage(null, List.of());

    public Coverage {
        earlier = List.copyOf(earlier);
    }

    /**
     * After one more frame in the order of capture.
     *
     * @param last the frame before it, or null
     * @param gap longest time between two frames of a stretch
     */
    Coverage watched(Instant last, Instant frame, Duration gap) {
        if (last == null || since == null) {
            return new Coverage(frame, earlier);
        }
        return frame.isAfter(last.plus(gap)) ? new Coverage(frame, earlier).with(new Stretch(since, last)) : this;
    }

    /** With a stretch that was made good. */
    Coverage with(Stretch stretch) {
        List<Stretch> all = new ArrayList<>(earlier);
        all.add(stretch);
        all.sort(Comparator.comparing(Stretch::from));
        if (all.size() > MOST) {
            Stretch second = all.remove(1);
            Stretch first = all.remove(0);
            all.add(0, new Stretch(first.from(), later(first.to(), second.to())));
        }
        return new Coverage(since, all);
    }

    /**
     * Whether the camera was watching then.
     *
     * @param margin how far from a stretch counts as within
     */
    boolean holds(Instant time, Duration margin) {
        if (since == null || !time.isBefore(since.minus(margin))) {
            return true;
        }
        return earlier.stream()
                .anyMatch(stretch -> !time.isBefore(stretch.from().minus(margin))
                        && !time.isAfter(stretch.to().plus(margin)));
    }

    /** Without what ended before the given time. */
    Coverage since(Instant oldest) {
        return new Coverage(
                since,
                earlier.stream()
                        .filter(stretch -> !stretch.to().isBefore(oldest))
                        .toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
