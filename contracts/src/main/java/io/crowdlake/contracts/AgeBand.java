package io.crowdlake.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** Apparent age in the bands that reports use, youngest first; {@link #UNKNOWN} where a face is too small or the policy forbids it. */
public enum AgeBand {
    AGE_0_15("0-15", 0, 15),
    AGE_16_19("16-19", 16, 19),
    AGE_20_29("20-29", 20, 29),
    AGE_30_39("30-39", 30, 39),
    AGE_40_49("40-49", 40, 49),
    AGE_50_59("50-59", 50, 59),
    AGE_60_PLUS("60+", 60, 120),
    UNKNOWN("unknown", -1, -1);

    private static final AgeBand[] ALL = values();

    private final String label;
    private final int youngest;
    private final int oldest;

    AgeBand(String label, int youngest, int oldest) {
        this.label = label;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** The band as tables, events and reports write it, such as {@code 20-29}. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The youngest whole year of the band; -1 for {@link #UNKNOWN}. */
    public int youngest() {
        return youngest;
    }

    /** The oldest whole year of the band; -1 for {@link #UNKNOWN}. */
    public int oldest() {
        return oldest;
    }

    /** The band with the given label; throws IllegalArgumentException when there is none. */
    public static AgeBand ofLabel(String label) {
        for (AgeBand band : ALL) {
            if (band.label.equals(label)) {
                return band;
            }
        }
        throw new IllegalArgumentException(
                "age band is " + label + ", must be one of 0-15, 16-19, 20-29, 30-39, 40-49, 50-59, 60+, unknown");
    }

    /** The band that holds an age in years; fractions count as the whole year they are in. */
    public static AgeBand ofYears(double years) {
        if (!(years >= 0)) {
            throw new IllegalArgumentException("age is " + years + ", must not be negative");
        }
        for (AgeBand band : ALL) {
            if (band != UNKNOWN && years < band.oldest + 1) {
                return band;
            }
        }
        return AGE_60_PLUS;
    }
}
