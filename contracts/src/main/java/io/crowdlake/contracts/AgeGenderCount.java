package io.crowdlake.contracts;

/** Visitors of one age band and gender; never negative. */
public record AgeGenderCount(AgeBand ageBand, Gender gender, long visitors) {

    public AgeGenderCount {
        Checks.present(ageBand, "ageBand");
        Checks.present(gender, "gender");
        Checks.notNegative(visitors, "visitors");
    }
}
