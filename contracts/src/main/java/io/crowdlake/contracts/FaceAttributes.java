package io.crowdlake.contracts;

/**
 * What a face appears to be: a statistical guess of a network about a picture, never a fact about a person.
 *
 * @param ageYears expected age in years, or null when unknown
 * @param ageBand the most probable band
 * @param ageConfidence probability of that band, 0..1; 0 when unknown
 * @param gender the more probable gender, or UNKNOWN below the bundle's limit
 * @param genderConfidence probability of that gender, 0..1; 0 when unknown
 * @param emotion the most probable emotion
 * @param emotionConfidence probability of that emotion, 0..1; 0 when unknown
 */
public record FaceAttributes(
        Double ageYears,
        AgeBand ageBand,
        double ageConfidence,
        Gender gender,
        double genderConfidence,
        Emotion emotion,
        double emotionConfidence) {

    /** Nothing could be told, or the camera's policy forbids telling. */
    public static final FaceAttributes UNKNOWN =
            new FaceAttributes(null, AgeBand.UNKNOWN, 0, Gender.UNKNOWN, 0, Emotion.UNKNOWN, 0);

    public FaceAttributes {
        ageBand = ageBand == null ? AgeBand.UNKNOWN : ageBand;
        gender = gender == null ? Gender.UNKNOWN : gender;
        emotion = emotion == null ? Emotion.UNKNOWN : emotion;
        if (ageYears != null && !(ageYears >= 0 && ageYears <= 120)) {
            throw new IllegalArgumentException("ageYears is " + ageYears + ", must be within 0..120");
        }
        Checks.fraction(ageConfidence, "ageConfidence");
        Checks.fraction(genderConfidence, "genderConfidence");
        Checks.fraction(emotionConfidence, "emotionConfidence");
    }
}
