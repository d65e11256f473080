package io.crowdlake.scene.life;

import java.awt.Color;

/**
 * Clothes.
 *
 * @param top colour of the shirt, coat or dress
 * @param trim colour of collar, stripes or scarf
 * @param bottom colour of trousers or skirt
 * @param shoes colour
 * @param cut of the upper part
 * @param skirt whether a skirt is worn
 */
public record Outfit(Color top, Color trim, Color bottom, Color shoes, Cut cut, boolean skirt) {

    /** Kinds of upper part. */
    public enum Cut {
        TEE,
        SHIRT,
        STRIPES,
        JACKET,
        HOODIE
    }
}
