package io.crowdlake.scene.life;

/** Hair on the lower face of grown-up men. */
public enum Beard {
    NONE,
    STUBBLE,
    MOUSTACHE,
    GOATEE,
    FULL
}
