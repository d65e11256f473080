package io.crowdlake.evaluation.labels;

import io.crowdlake.contracts.AgeBand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An age as people label it: in whole years from..to.
 *
 * @param low youngest whole year, 0..120
 * @param high oldest whole year, low..120
 * @param group what faces of about this age are reported under: the label's bin, such as {@code 20-29} or {@code 70+}, or for a single year the
 *     age band that it lies in
 */
public record AgeLabel(int low, int high, String group) {

    /** What a bin without an end ends with, so that it has a middle. */
    private static final int OLDEST_OF_OPEN_BIN = 85;

    private static final int OLDEST = 120;

    private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(?:\\.\\d+)?");
    private static final List<Pattern> BINS = List.of(
            Pattern.compile("(\\d{1,3})\\s*(?:-|\u2013|to)\\s*(\\d{1,3})"),
            Pattern.compile("\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)"));
    private static final List<Pattern> OPEN_BINS = List.of(
            Pattern.compile("(?i)(?:more than|over|above|>=?)\\s*(\\d{1,3})"),
            Pattern.compile("(?i)(\\d{1,3})\\s*(?:\\+|(?:and|or) (?:more|over|older|above))"));

    public AgeLabel {
        if (low < 0 || high < low || high > OLDEST) {
            throw new IllegalArgumentException("age is " + low + "-" + high + ", must be within 0.." + OLDEST);
        }
    }

    /** What a text such as {@code 20-29}, {@code more than 70}, {@code 70+} or {@code 34} means; empty when it means no age. */
    public static Optional<AgeLabel> parse(String text) {
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            return single(Integer.parseInt(years.group(1)));
        }
        for (Pattern pattern : BINS) {
            Matcher bin = pattern.matcher(text);
            if (bin.matches()) {
                return of(Integer.parseInt(bin.group(1)), Integer.parseInt(bin.group(2)), "-");
            }
        }
        for (Pattern pattern : OPEN_BINS) {
            Matcher bin = pattern.matcher(text);
            if (bin.matches()) {
                int low = Integer.parseInt(bin.group(1));
                return of(low, Math.max(low, OLDEST_OF_OPEN_BIN), "+");
            }
        }
        return Optional.empty();
    }

    /** Years in the middle of the bin: someone in the year {@code low} has lived through half of it on average. */
    public double middle() {
        return (low + high + 1) / 2.0;
    }

    /** How many bands an age band is away from those that the label overlaps; 0 when it is one of them. */
    public int bandsFrom(AgeBand told) {
        int first = AgeBand.ofYears(low).ordinal();
        int last = AgeBand.ofYears(high).ordinal();
        return Math.max(0, Math.max(first - told.ordinal(), told.ordinal() - last));
    }

    private static Optional<AgeLabel> single(int years) {
        return years > OLDEST
                ? Optional.empty()
                : Optional.of(new AgeLabel(years, years, AgeBand.ofYears(years).label()));
    }

    private static Optional<AgeLabel> of(int low, int high, String join) {
        boolean open = join.equals("+");
        return high < low || high > OLDEST
                ? Optional.empty()
                : Optional.of(new AgeLabel(low, high, open ? low + join : low + join + high));
    }
}
