package io.crowdlake.scene;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.time.Duration;

/**
 * A person of the scene, and one stay of theirs: who comes back does so with another stay.
 *
 * @param personId unique in the scene
 * @param age in years
 * @param gender female or male
 * @param emotion shown all the time
 * @param entered when the middle of the head first was in view, since the start of the scene
 * @param left when it last was, since the start of the scene
 */
public record PersonTruth(
        String personId, double age, Gender gender, Emotion emotion, Duration entered, Duration left) {}
