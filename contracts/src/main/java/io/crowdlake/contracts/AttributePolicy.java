package io.crowdlake.contracts;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be told of the people at a camera. It travels with each frame, so that what is switched off reaches no table, event or log,
 * wherever the frame is analysed.
 *
 * @param age whether apparent age may be told
 * @param gender whether apparent gender may be told
 * @param emotion whether apparent emotion may be told
 * @param recognition whether people may be known again by their looks, where the job does that
 */
public record AttributePolicy(boolean age, boolean gender, boolean emotion, boolean recognition) {

    /** Everything may be told. */
    public static final AttributePolicy ALL = new AttributePolicy(true, true, true, true);

    private static final String AGE = "age";
    private static final String GENDER = "gender";
    private static final String EMOTION = "emotion";
    private static final String RECOGNITION = "recognition";

    /** The same face with what may be told of it. */
    public FaceAttributes apply(FaceAttributes known) {
        FaceAttributes nothing = FaceAttributes.UNKNOWN;
        FaceAttributes forAge = age ? known : nothing;
        FaceAttributes forGender = gender ? known : nothing;
        FaceAttributes forEmotion = emotion ? known : nothing;
        return new FaceAttributes(
                forAge.ageYears(),
                forAge.ageBand(),
                forAge.ageConfidence(),
                forGender.gender(),
                forGender.genderConfidence(),
                forEmotion.emotion(),
                forEmotion.emotionConfidence());
    }

    /** The same analysis with what may be told. */
    public FrameAnalysis apply(FrameAnalysis analysis) {
        return equals(ALL)
                ? analysis
                : analysis.withFaces(analysis.faces().stream().map(this::apply).toList());
    }

    private DetectedFace apply(DetectedFace face) {
        DetectedFace told = face.withAttributes(apply(face.attributes()));
        return recognition ? told : told.withEmbedding(null);
    }

    /** What may not be told, as the header of a message says it, such as {@code age,emotion}; empty when everything may. */
    public String withheld() {
        List<String> names = new ArrayList<>();
        if (!age) {
            names.add(AGE);
        }
        if (!gender) {
            names.add(GENDER);
        }
        if (!emotion) {
            names.add(EMOTION);
        }
        if (!recognition) {
            names.add(RECOGNITION);
        }
        return String.join(",", names);
    }

    /**
     * The policy that such a header means.
     *
     * @throws IllegalArgumentException when it names anything else: what was meant to be withheld must not be told for a slip of the pen
     */
    public static AttributePolicy withholding(String names) {
        AttributePolicy policy = ALL;
        for (String name : names.split(",", -1)) {
            policy = switch (name.strip()) {
                case AGE -> new AttributePolicy(false, policy.gender, policy.emotion, policy.recognition);
                case GENDER -> new AttributePolicy(policy.age, false, policy.emotion, policy.recognition);
                case EMOTION -> new AttributePolicy(policy.age, policy.gender, false, policy.recognition);
                case RECOGNITION -> new AttributePolicy(policy.age, policy.gender, policy.emotion, false);
                default ->
                    throw new IllegalArgumentException(
                            "must name age, gender, emotion or recognition, with commas between");
            };
        }
        return policy;
    }
}
