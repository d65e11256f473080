package io.crowdlake.benchmark.counting;

/**
 * How far the counts of one or more scenes are from the truth. Errors are shares of the true figure. A figure is null where
 * there was nothing to count.
 *
 * @param stays how many stays there were of people who showed their face
 * @param visits how many the job counted
 * @param visitorsError mean absolute error of the visitors of a window of a minute, as a share of their mean
 * @param dwellError mean absolute error of how long people stayed, from when their face first could be seen to when it last could, as a share of the mean
 * @param dwellInViewError the same against how long their head was in view, whichever way it looked: what nobody can tell from faces alone
 * @param peakError mean absolute error of the most people in view in a window, as a share of its mean
 * @param switches how often a person's visit was taken for another one, per stay
 * @param idf1 see {@link IdentityF1}
 * @param hota see {@link Hota}
 * @param genderRight share of the people found whose gender was told right, of those about whom something was told
 * @param ageBandRight the same for the age band
 * @param emotionRight the same for the emotion
 * @param lineError mean absolute error of those who walked over an upright line in the middle in a window, each way, as a share of their mean; see {@link MiddleLine}
 * @param strictLineError the same where faces that are not clear should not have been counted
 */
public record CountingFigures(
        int stays,
        int visits,
        Double visitorsError,
        Double dwellError,
        Double dwellInViewError,
        Double peakError,
        Double switches,
        Double idf1,
        Double hota,
        Double genderRight,
        Double ageBandRight,
        Double emotionRight,
        Double lineError,
        Double strictLineError) {}
