package io.crowdlake.scene.life;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;

/**
 * What a drawn person is meant to look like, and so the truth that an analysis is measured against.
 *
 * @param age apparent age in years, 3..90
 * @param gender female or male
 * @param emotion never unknown
 */
public record Demographic(double age, Gender gender, Emotion emotion) {

    public Demographic {
        if (!(age >= 3 && age <= 90)) {
            throw new IllegalArgumentException("age is " + age + ", must be within 3..90");
        }
        if (gender == null || gender == Gender.UNKNOWN) {
            throw new IllegalArgumentException("gender is " + gender + ", must be female or male");
        }
        if (emotion == null || emotion == Emotion.UNKNOWN) {
            throw new IllegalArgumentException("emotion is " + emotion + ", must be one that a face can show");
        }
    }

    public boolean female() {
        return gender == Gender.FEMALE;
    }

    /** 1 for a small child, falling to 0 at 17 years. */
    public double childness() {
        return Math.max(0, Math.min(1, (17 - age) / 12));
    }

    /** 0 up to 24 years, rising to 1 at 72. */
    public double ageing() {
        return Math.max(0, Math.min(1, (age - 24) / 48));
    }

    public boolean grownUp() {
        return age >= 17;
    }
}
