package io.crowdlake.counting.visit;

import static io.crowdlake.counting.Faces.attributes;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.Faces.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.DetectedFace;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Gender;
import io.crowdlake.counting.Faces;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributeVoteTest {

    @Test
    void nobodyVotedNothingIsKnown() {
        assertThat(AttributeVote.EMPTY.outcome()).isEqualTo(FaceAttributes.UNKNOWN);
        assertThat(AttributeVote.EMPTY.plus(FaceAttributes.UNKNOWN, 1).outcome())
                .isEqualTo(FaceAttributes.UNKNOWN);
    }

    @Test
    void aFaceOfTwiceTheQualityCountsTwice() {
        FaceAttributes outcome = AttributeVote.EMPTY
                .plus(attributes(20, Gender.FEMALE, 0.8), 0.25)
                .plus(attributes(50, Gender.MALE, 0.8), 0.5)
                .outcome();

        assertThat(outcome.ageYears()).isCloseTo(40, within(1e-9));
        assertThat(outcome.ageBand()).isEqualTo(AgeBand.AGE_40_49);
        assertThat(outcome.gender()).isEqualTo(Gender.MALE);
        assertThat(outcome.genderConfidence())
                .as("two thirds of the weight, at 0.8")
                .isCloseTo(0.8 * 2 / 3, within(1e-9));
    }

    @Test
    void facesWithoutAGenderDoNotLowerTheConfidenceOfTheOthers() {
        FaceAttributes outcome = AttributeVote.EMPTY
                .plus(attributes(30, Gender.FEMALE, 0.9), 1)
                .plus(attributes(30, Gender.UNKNOWN, 0), 1)
                .outcome();

        assertThat(outcome.gender()).isEqualTo(Gender.FEMALE);
        assertThat(outcome.genderConfidence()).isCloseTo(0.9, within(1e-9));
    }

    @Property(tries = 300)
    void theOutcomeIsWithinRangesAndTheSameWhateverTheNumberOfFaces(
            @ForAll @IntRange(min = 1, max = 500) int faces,
            @ForAll @DoubleRange(min = 0, max = 120) double years,
            @ForAll @DoubleRange(min = 0.02, max = 1) double quality) {
        AttributeVote vote = AttributeVote.EMPTY;
        for (int face = 0; face < faces; face++) {
            vote = vote.plus(attributes(years, Gender.MALE, 1), quality);
        }

        assertThat(vote.outcome().ageYears()).isCloseTo(years, within(1e-6));
        assertThat(vote.outcome().genderConfidence()).isCloseTo(1, within(1e-9));
        assertThat(vote.outcome().ageBand())
                .isEqualTo(AgeBand.ofYears(vote.outcome().ageYears()));
        assertThat(vote.genders().size()).as("size does not grow").isLessThanOrEqualTo(Gender.values().length);
    }

    @Test
    void facesOfThirtyAreThirtyOnAverage() {
        AttributeVote vote = AttributeVote.EMPTY;
        for (int face = 1; face < 1000; face++) {
            vote = vote.plus(attributes(30, Gender.MALE, 1), 1.0 / face);
            assertThat(vote.outcome().ageBand()).isEqualTo(AgeBand.AGE_30_39);
        }
    }

    @Test
    void qualityGrowsWithSizeUpToWhatTheNetworkTakesIn() {
        DetectedFace face = face(0.5, 0.5);
        FrameAnalysis large = frame(0, Faces.NOON, face);
        FrameAnalysis small = new FrameAnalysis(
                "camera-1", "boot-1", 0, Faces.NOON, null, Faces.NOON, 320, 180, Faces.MODEL, large.faces(), null);

        assertThat(FaceQuality.of(large, face)).as("64 x 72 pixels").isCloseTo(1, within(1e-9));
        assertThat(FaceQuality.of(small, face)).as("16 x 18 pixels").isCloseTo(Math.pow(17.0 / 64, 2), within(0.01));
    }

    @Test
    void aFaceOfWhichTheDetectorIsUnsureIsWorthLittle() {
        assertThat(quality(0.95)).isCloseTo(1, within(1e-9));
        assertThat(quality(0.99)).as("more says no more").isEqualTo(quality(0.95));
        assertThat(quality(0.85)).isBetween(0.4, 0.6);
        assertThat(quality(0.6)).isBetween(0.01, 0.05);
        assertThat(quality(0.3)).as("but never nothing").isPositive();
    }

    @Test
    void countsLooksByTheirQuality() {
        AttributeVote vote = AttributeVote.EMPTY
                .plus(attributes(20, Gender.FEMALE, 0.8), 1)
                .plus(attributes(20, Gender.UNKNOWN, 0), 0.5)
                .plus(FaceAttributes.UNKNOWN, 1);

        assertThat(vote.looks()).isCloseTo(1.5, within(1e-9));
    }

    private static double quality(double score) {
        DetectedFace face = face(0.5, 0.5, score, attributes(30, Gender.FEMALE, 0.9));
        return FaceQuality.of(frame(0, Faces.NOON, face), face);
    }
}
