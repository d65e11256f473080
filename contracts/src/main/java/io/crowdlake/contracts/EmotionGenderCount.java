package io.crowdlake.contracts;

/** Visitors of one emotion and gender; never negative. */
public record EmotionGenderCount(Emotion emotion, Gender gender, long visitors) {

    public EmotionGenderCount {
        Checks.present(emotion, "emotion");
        Checks.present(gender, "gender");
        Checks.notNegative(visitors, "visitors");
    }
}
