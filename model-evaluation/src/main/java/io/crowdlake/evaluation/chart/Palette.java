package io.crowdlake.evaluation.chart;

import java.awt.Color;

/** Colours that can be told apart by everybody, and in print. */
final class Palette {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f, 0x24, 0x2c);
    static final Color QUIET = new Color(0x6b, 0x74, 0x80);
    static final Color GRID = new Color(0xe3, 0xe6, 0xea);
    static final Color FIRST = new Color(0x1b, 0x6f, 0xb5);
    static final Color SECOND = new Color(0xd9, 0x6b, 0x1c);
    static final Color FIRST_PALE = new Color(0xc4, 0xdc, 0xf0);

    private static final Color LIGHT = new Color(0xf5, 0xf8, 0xfc);
    private static final Color DARK = new Color(0x0b, 0x3c, 0x6f);

    private Palette() {}

    /** From light for 0 to dark for 1. */
    static Color shade(double share) {
        return new Color(
                between(LIGHT.getRed(), DARK.getRed(), share),
                between(LIGHT.getGreen(), DARK.getGreen(), share),
                between(LIGHT.getBlue(), DARK.getBlue(), share));
    }

    /** What can be read on a shade. */
    static Color onShade(double share) {
        return share > 0.5 ? PAPER : INK;
    }

    private static int between(int low, int high, double share) {
        return (int) Math.round(low + (high - low) * Math.max(0, Math.min(1, share)));
    }
}
