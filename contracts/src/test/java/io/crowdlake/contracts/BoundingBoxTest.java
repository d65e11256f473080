package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundingBoxTest {

    @Test
    void overlapIsSharedAreaByAreaOfBoth() {
        BoundingBox left = new BoundingBox(0, 0, 0.5, 1);
        BoundingBox middle = new BoundingBox(0.25, 0, 0.5, 1);

        assertThat(left.overlap(middle)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(left.overlap(new BoundingBox(0.5, 0, 0.5, 1))).as("touching").isZero();
        assertThat(left.overlap(new BoundingBox(0.8, 0, 0.2, 1))).as("apart").isZero();
        assertThat(left.overlap(new BoundingBox(0.1, 0.1, 0, 0))).as("a point").isZero();
    }

    @Property
    @Domain(Contracts.class)
    void overlapIsAFractionAndTheSameBothWays(@ForAll BoundingBox one, @ForAll BoundingBox other) {
        assertThat(one.overlap(other)).isBetween(0.0, 1 + 1e-9).isEqualTo(other.overlap(one));
    }

    @Property
    @Domain(Contracts.class)
    void aBoxOverlapsItselfFully(@ForAll BoundingBox box) {
        Assume.that(box.width() > 1e-6 && box.height() > 1e-6);

        assertThat(box.overlap(box)).isCloseTo(1, within(1e-6));
    }

    @Property
    @Domain(Contracts.class)
    void theCentreLiesInTheBox(@ForAll BoundingBox box) {
        assertThat(box.centerX()).isBetween(box.x(), box.x() + box.width());
        assertThat(box.centerY()).isBetween(box.y(), box.y() + box.height());
        assertThat(box.area()).isBetween(0.0, 1.0);
    }

    @Test
    void aHairBeyondTheFrameIsRounding() {
        assertThat(new BoundingBox(0.9, 0, 0.1000005, 1).width()).isEqualTo(0.1000005);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0, 0, box.x is -0.1",
        "0, 1.1, 0, 0, box.y is 1.1",
        "0, 0, NaN, 0, box.width is NaN",
        "0, 0, 0, Infinity, box.height is Infinity",
        "0.6, 0, 0.6, 0, box.x + box.width is 1.19",
        "0, 0.6, 0, 0.6, box.y + box.height is 1.19"
    })
    void beyondTheFrameIsRefused(double x, double y, double width, double height, String message) {
        assertThatThrownBy(() -> new BoundingBox(x, y, width, height))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(", must be within 0..1");
    }
}
