package io.crowdlake.scene.life;

import io.crowdlake.contracts.Emotion;
import java.util.random.RandomGenerator;

/**
 * An emotion as the positions of what moves in a face. Lengths are in face widths, up is positive.
 *
 * @param browInner lift of the brows' inner ends
 * @param browOuter lift of their outer ends
 * @param browTilt extra lift of one brow
 * @param lidOpen opening of the eyes, 1 at rest
 * @param lidLower lift of the lower lids, 0..1
 * @param mouthWide width of the mouth, 1 at rest
 * @param corners lift of the mouth's corners
 * @param smirk extra lift of one corner
 * @param open gap between the lips
 * @param teeth share of the gap that shows teeth, 0..1
 * @param sneer lift of the upper lip's middle and wrinkles of the nose, 0..1
 * @param frown furrow between the brows, 0..1
 * @param cheeks raised and rosy, 0..1
 */
public record Expression(
        double browInner,
        double browOuter,
        double browTilt,
        double lidOpen,
        double lidLower,
        double mouthWide,
        double corners,
        double smirk,
        double open,
        double teeth,
        double sneer,
        double frown,
        double cheeks) {

    private static final Expression REST = new Expression(0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0);

    /** The emotion as this person shows it today. */
    static Expression of(Emotion emotion, RandomGenerator random) {
        double strength = emotion == Emotion.NEUTRAL ? random.nextDouble() * 0.12 : 0.75 + random.nextDouble() * 0.4;
        return REST.towards(full(emotion, random), strength);
    }

    private static Expression full(Emotion emotion, RandomGenerator random) {
        boolean loud = random.nextDouble() < 0.55;
        double side = random.nextBoolean() ? 1 : -1;
        return switch (emotion) {
            case NEUTRAL, UNKNOWN ->
                new Expression(0.02, 0.02, 0, 1 + side * 0.3, 0, 1 + side * 0.3, side * 0.06, 0, 0, 0, 0, 0, 0);
            case HAPPINESS ->
                new Expression(0.015, 0.02, 0, 0.82, 0.55, 1.42, 0.135, 0, loud ? 0.14 : 0.01, 0.75, 0, 0, 1);
            case SADNESS -> new Expression(0.085, -0.045, 0, 0.68, 0, 0.88, -0.085, 0, 0, 0, 0, 0.35, 0);
            case ANGER ->
                new Expression(
                        -0.085, 0.045, 0, 0.72, 0.3, loud ? 1.15 : 0.9, -0.05, 0, loud ? 0.10 : 0, 1, 0.25, 1, 0);
            case SURPRISE -> new Expression(0.11, 0.12, 0, 1.55, 0, 0.62, 0, 0, loud ? 0.24 : 0.17, 0, 0, 0, 0);
            case FEAR -> new Expression(0.13, 0.015, 0, 1.5, 0, 1.25, -0.055, 0, loud ? 0.11 : 0.08, 0.45, 0, 0.5, 0);
            case DISGUST ->
                new Expression(
                        -0.06, -0.005, 0, 0.5, 0.6, 1.0, -0.06, side * 0.02, loud ? 0.065 : 0.04, 0.7, 1, 0.6, 0.3);
            case CONTEMPT ->
                new Expression(-0.005, 0, side * 0.10, 0.62, 0.1, 1.02, -0.005, side * 0.12, 0, 0, 0, 0, 0.1);
        };
    }

    private Expression towards(Expression other, double share) {
        return new Expression(
                mix(browInner, other.browInner, share),
                mix(browOuter, other.browOuter, share),
                mix(browTilt, other.browTilt, share),
                mix(lidOpen, other.lidOpen, share),
                mix(lidLower, other.lidLower, share),
                mix(mouthWide, other.mouthWide, share),
                mix(corners, other.corners, share),
                mix(smirk, other.smirk, share),
                mix(open, other.open, share),
                Math.min(1, mix(teeth, other.teeth, share)),
                mix(sneer, other.sneer, share),
                mix(frown, other.frown, share),
                Math.min(1, mix(cheeks, other.cheeks, share)));
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
