package io.crowdlake.inference.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AgeBand;
import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceProbabilitiesTest {

    @Test
    void theMostProbableOfEachIsTold() {
        FaceProbabilities face = new FaceProbabilities(
                Map.of(AgeBand.AGE_20_29, 0.6, AgeBand.AGE_30_39, 0.4),
                29.4567,
                Map.of(Gender.FEMALE, 0.9, Gender.MALE, 0.1),
                Map.of(Emotion.FEAR, 0.25, Emotion.SURPRISE, 0.75));

        assertThat(face.attributes(0.65))
                .isEqualTo(
                        new FaceAttributes(29.46, AgeBand.AGE_20_29, 0.6, Gender.FEMALE, 0.9, Emotion.SURPRISE, 0.75));
    }

    @Test
    void belowTheLimitTheGenderIsUnknown() {
        FaceProbabilities face =
                new FaceProbabilities(Map.of(), null, Map.of(Gender.FEMALE, 0.55, Gender.MALE, 0.45), Map.of());

        assertThat(face.attributes(0.65).gender()).isEqualTo(Gender.UNKNOWN);
        assertThat(face.attributes(0.65).genderConfidence()).isZero();
        assertThat(face.attributes(0.5).gender()).isEqualTo(Gender.FEMALE);
    }

    @Test
    void whatTheNetworkDoesNotKnowIsUnknown() {
        assertThat(new FaceProbabilities(Map.of(), null, Map.of(), Map.of()).attributes(0))
                .isEqualTo(FaceAttributes.UNKNOWN);
    }

    @Test
    void yearsAloneGiveTheBandThatTheyAreIn() {
        FaceAttributes attributes = new FaceProbabilities(Map.of(), 39.999, Map.of(), Map.of()).attributes(0.5);

        assertThat(attributes.ageYears()).isEqualTo(40);
        assertThat(attributes.ageBand()).isEqualTo(AgeBand.AGE_40_49);
        assertThat(attributes.ageConfidence()).isEqualTo(1);
    }

    @Test
    void probabilitiesOfNothingTellNothing() {
        FaceProbabilities face = new FaceProbabilities(
                Map.of(AgeBand.AGE_0_15, 0.0), null, Map.of(Gender.MALE, 0.0), Map.of(Emotion.ANGER, 0.0));

        assertThat(face.attributes(0)).isEqualTo(FaceAttributes.UNKNOWN);
    }
}
