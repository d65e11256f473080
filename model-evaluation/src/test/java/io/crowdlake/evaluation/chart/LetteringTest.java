package io.crowdlake.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.evaluation.chart.Lettering.Anchor;
import java.awt.geom.Rectangle2D;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the fonts of this machine, where it has some, and with our own. */
class LetteringTest {

    static Stream<Lettering> both() {
        return Stream.of(Lettering.ofThisMachine(), Lettering.withoutFonts());
    }

    @ParameterizedTest
    @MethodSource("both")
    void aTextLiesAtItsAnchor(Lettering lettering) {
        Rectangle2D left = drawn(lettering, Anchor.LEFT);
        Rectangle2D middle = drawn(lettering, Anchor.MIDDLE);
        Rectangle2D right = drawn(lettering, Anchor.RIGHT);
        assertThat(left.getMinX()).isCloseTo(100, within(3.0));
        assertThat(middle.getCenterX()).isCloseTo(100, within(3.0));
        assertThat(right.getMaxX()).isCloseTo(100, within(3.0));
        assertThat(left.getCenterY()).isCloseTo(50, within(3.0));
        assertThat(left.getWidth()).isCloseTo(lettering.width("happiness 50%", 13, false), within(4.0));
    }

    @ParameterizedTest
    @MethodSource("both")
    void upwardsItIsAsHighAsItIsLong(Lettering lettering) {
        try (Sheet sheet = new Sheet(200, 200, lettering)) {
            sheet.upwards("precision", 60, 100);
            Rectangle2D inked = Pixels.inked(sheet);
            assertThat(inked.getHeight()).isCloseTo(lettering.width("precision", 13, false), within(4.0));
            assertThat(inked.getHeight()).isGreaterThan(3 * inked.getWidth());
            assertThat(inked.getCenterX()).isCloseTo(60, within(4.0));
            assertThat(inked.getCenterY()).isCloseTo(100, within(4.0));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void longerTextsAndLargerLettersAreWider(Lettering lettering) {
        assertThat(lettering.width("20-29", 13, false)).isGreaterThan(lettering.width("20", 13, false));
        assertThat(lettering.width("20-29", 26, false)).isGreaterThan(lettering.width("20-29", 13, false));
        assertThat(lettering.width("", 13, false)).isLessThanOrEqualTo(1);
    }

    private static Rectangle2D drawn(Lettering lettering, Anchor anchor) {
        try (Sheet sheet = new Sheet(200, 100, lettering)) {
            sheet.text("happiness 50%", 100, 50, anchor, Palette.INK);
            return Pixels.inked(sheet);
        }
    }
}
