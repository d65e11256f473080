package io.crowdlake.scene.life;

/** What may cover the hair; never the face. */
public enum Headwear {
    NONE,
    CAP,
    BEANIE,
    BRIM,
    SCARF
}
