package io.crowdlake.evaluation.report;

import io.crowdlake.evaluation.metric.Estimate;
import io.crowdlake.evaluation.metric.Proportion;
import java.util.Locale;

/** How figures are written for people. */
final class Text {

    static final String NOTHING = "-";

    private Text() {}

    /** Such as {@code 84.7 %}. */
    static String percent(Double share) {
        return share == null ? NOTHING : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String percent(Proportion share) {
        return percent(share.value());
    }

    /** Such as {@code 83.4 .. 86.0}, in percent. */
    static String interval(Proportion share) {
        return share.value() == null
                ? NOTHING
                : String.format(Locale.ROOT, "%.1f .. %.1f", 100 * share.low(), 100 * share.high());
    }

    /** A figure with so many digits behind the point. */
    static String number(Double value, int digits) {
        return value == null ? NOTHING : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String interval(Estimate estimate, int digits) {
        return estimate.value() == null
                ? NOTHING
                : number(estimate.low(), digits) + " .. " + number(estimate.high(), digits);
    }

    static String count(long count) {
        return Long.toString(count);
    }
}
