package io.crowdlake.scene.life;

/** Cuts that the painter knows. */
public enum HairStyle {
    LONG_STRAIGHT,
    LONG_WAVY,
    BOB,
    BUN,
    PONYTAIL,
    PIGTAILS,
    PIXIE,
    AFRO,
    SIDE_PART,
    CREW,
    CURLY,
    BOWL,
    RECEDING,
    RING,
    BALD;

    /** Whether hair hangs beside or behind the neck. */
    public boolean hangs() {
        return this == LONG_STRAIGHT || this == LONG_WAVY || this == BOB || this == PIGTAILS || this == PONYTAIL;
    }

    /** Whether the crown shows skin. */
    public boolean thin() {
        return this == RING || this == BALD;
    }
}
