package io.crowdlake.job.options;

import java.time.Duration;
import org.apache.flink.util.TimeUtils;

/** Values as a user writes them. */
final class Texts {

    private Texts() {}

    /** Such as {@code 10 s}. */
    static String of(Duration duration) {
        return duration.isZero() ? "0 s" : TimeUtils.formatWithHighestUnit(duration);
    }
}
