package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AttributePolicyTest {

    private static final FaceAttributes KNOWN =
            new FaceAttributes(31.5, AgeBand.AGE_30_39, 0.8, Gender.FEMALE, 0.9, Emotion.HAPPINESS, 0.7);

    @Property
    void whatIsSwitchedOffIsUnknownAndTheRestIsAsItWas(
            @ForAll boolean age, @ForAll boolean gender, @ForAll boolean emotion) {
        FaceAttributes told = new AttributePolicy(age, gender, emotion, true).apply(KNOWN);

        assertThat(told.ageYears()).isEqualTo(age ? KNOWN.ageYears() : null);
        assertThat(told.ageBand()).isEqualTo(age ? KNOWN.ageBand() : AgeBand.UNKNOWN);
        assertThat(told.ageConfidence()).isEqualTo(age ? 0.8 : 0);
        assertThat(told.gender()).isEqualTo(gender ? Gender.FEMALE : Gender.UNKNOWN);
        assertThat(told.genderConfidence()).isEqualTo(gender ? 0.9 : 0);
        assertThat(told.emotion()).isEqualTo(emotion ? Emotion.HAPPINESS : Emotion.UNKNOWN);
        assertThat(told.emotionConfidence()).isEqualTo(emotion ? 0.7 : 0);
    }

    @Property
    void itsHeaderMeansTheSame(
            @ForAll boolean age, @ForAll boolean gender, @ForAll boolean emotion, @ForAll boolean recognition) {
        AttributePolicy policy = new AttributePolicy(age, gender, emotion, recognition);
        if (policy.equals(AttributePolicy.ALL)) {
            assertThat(policy.withheld()).isEmpty();
        } else {
            assertThat(AttributePolicy.withholding(policy.withheld())).isEqualTo(policy);
        }
    }

    @Example
    void aSlipOfThePenTellsNothingMore() {
        assertThat(AttributePolicy.withholding(" emotion , age").withheld()).isEqualTo("age,emotion");
        for (String slip : new String[] {"", "ages", "age,", "age;gender", "none"}) {
            assertThatThrownBy(() -> AttributePolicy.withholding(slip))
                    .as(slip)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("must name age, gender, emotion or recognition, with commas between");
        }
    }

    @Example
    void itHoldsForEachFaceOfAFrame() {
        DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.2, 0.1, 0.1), 0.9, KNOWN);
        FrameAnalysis analysis = new FrameAnalysis(
                "door", "boot", 1, Instant.EPOCH, null, Instant.EPOCH, 640, 480, "m", List.of(face, face), null);

        assertThat(AttributePolicy.ALL.apply(analysis)).isSameAs(analysis);
        assertThat(new AttributePolicy(false, false, false, true)
                        .apply(analysis)
                        .faces())
                .extracting(DetectedFace::attributes)
                .containsExactly(FaceAttributes.UNKNOWN, FaceAttributes.UNKNOWN);
    }

    @Example
    void whereNobodyMayBeKnownAgainNoLooksGoOn() {
        DetectedFace face = new DetectedFace(new BoundingBox(0.1, 0.2, 0.1, 0.1), 0.9, KNOWN)
                .withEmbedding(new SealedEmbedding(new byte[] {1, 2, 3}));
        FrameAnalysis analysis = new FrameAnalysis(
                "door", "boot", 1, Instant.EPOCH, null, Instant.EPOCH, 640, 480, "m", List.of(face), null);

        FrameAnalysis told = new AttributePolicy(true, true, true, false).apply(analysis);
        assertThat(told.faces()).containsExactly(face.withEmbedding(null));
        assertThat(new AttributePolicy(false, true, true, true)
                        .apply(analysis)
                        .faces()
                        .get(0)
                        .embedding())
                .isEqualTo(face.embedding());
    }
}
