package io.crowdlake.counting.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.contracts.Colour;
import io.crowdlake.contracts.DetectedFace;
import org.junit.jupiter.api.Test;

class ColoursTest {

    private static final Colour BLACK = new Colour(30, 24, 22);
    private static final Colour BLOND = new Colour(214, 180, 120);
    private static final DetectedFace FACE = new DetectedFace(new BoundingBox(0.4, 0.4, 0.1, 0.1), 0.9, null);

    @Test
    void eachIsComparedWithItsLike() {
        Colours blond = Colours.of(FACE.withHair(BLOND).withClothing(BLACK));
        Colours dark = Colours.of(FACE.withHair(BLACK).withClothing(BLACK));

        assertThat(blond.difference(dark)).isGreaterThan(blond.difference(blond) + 1);
        assertThat(blond.difference(blond))
                .as("both together")
                .isLessThan(Colours.of(FACE.withHair(BLOND)).difference(Colours.of(FACE.withHair(BLOND))));
        assertThat(Colours.of(FACE.withHair(BLOND)).difference(Colours.of(FACE.withHair(BLACK))))
                .isPositive();
    }

    @Test
    void whatCannotBeSeenSaysNothing() {
        Colours hidden = Colours.of(FACE);
        Colours blond = Colours.of(FACE.withHair(BLOND));

        assertThat(hidden.difference(blond)).isZero();
        assertThat(Colours.of(FACE.withClothing(BLOND)).difference(blond)).isZero();
    }

    @Test
    void whatWasSeenLaterIsAdded() {
        Colours hair = Colours.of(FACE.withHair(BLOND));
        Colours clothes = Colours.of(FACE.withClothing(BLACK));

        assertThat(hair.plus(clothes)).isEqualTo(Colours.of(FACE.withHair(BLOND).withClothing(BLACK)));
        assertThat(hair.plus(hair).hair().looks()).isEqualTo(2);
    }
}
