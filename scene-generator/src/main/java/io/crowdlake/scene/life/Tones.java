package io.crowdlake.scene.life;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Arithmetic on colours. */
public final class Tones {

    private Tones() {}

    /** The first colour at share 0, the second at 1. */
    public static Color mix(Color from, Color to, double share) {
        return new Color(
                clamp(from.getRed() + (to.getRed() - from.getRed()) * share),
                clamp(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                clamp(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }

    public static Color darker(Color color, double share) {
        return mix(color, Color.BLACK, share);
    }

    public static Color lighter(Color color, double share) {
        return mix(color, Color.WHITE, share);
    }

    /** The colour in shadow on skin: darker and warmer. */
    public static Color shade(Color color, double share) {
        return new Color(
                clamp(color.getRed() * (1 - 0.75 * share)),
                clamp(color.getGreen() * (1 - share)),
                clamp(color.getBlue() * (1 - 1.05 * share)));
    }

    /** The colour with an opacity of 0..1. */
    public static Color clear(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), clamp(255 * opacity));
    }

    /** A colour near the given one: each channel at most that far away. */
    public static Color jitter(Color color, int most, RandomGenerator random) {
        int common = random.nextInt(-most, most + 1);
        return new Color(
                clamp(color.getRed() + common + random.nextInt(-most / 2, most / 2 + 1)),
                clamp(color.getGreen() + common + random.nextInt(-most / 2, most / 2 + 1)),
                clamp(color.getBlue() + common + random.nextInt(-most / 2, most / 2 + 1)));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
