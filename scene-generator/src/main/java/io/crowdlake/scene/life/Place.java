package io.crowdlake.scene.life;

/** Where a scene is set. */
public enum Place {
    SHOP,
    MUSEUM,
    STREET,
    PARK;

    /** Whether there is a back wall with a door in it. */
    public boolean indoors() {
        return this == SHOP || this == MUSEUM;
    }
}
