package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.attributes;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import io.crowdlake.counting.Faces;
import org.junit.jupiter.api.Test;

class AppearanceTest {

    private final Appearance woman = look(woman(30), 1);

    @Test
    void whatIsUnknownTellsNothing() {
        assertThat(woman.difference(look(FaceAttributes.UNKNOWN, 1))).isZero();
        assertThat(look(FaceAttributes.UNKNOWN, 1).difference(woman)).isZero();
    }

    @Test
    void whoLooksTheSameIsLikelierTheSameAndWhoLooksOtherwiseSomebodyElse() {
        assertThat(woman.difference(woman)).isNegative();
        assertThat(woman.difference(look(man(60), 1))).isPositive();
    }

    @Test
    void ageSpeaksAgainstItUpToALimitSinceFacesAreMisread() {
        double alike = woman.difference(woman);

        assertThat(woman.difference(look(woman(34), 1)) - alike).isBetween(0.2, 0.6);
        assertThat(woman.difference(look(woman(90), 1)) - alike).isCloseTo(4.8, within(1e-9));
    }

    /** Two looks that are right nine times in ten agree in 82 of 100 cases at one person, and in 50 at two. */
    @Test
    void genderSaysAsMuchAsItIsSure() {
        Appearance unsure = look(attributes(30, Gender.MALE, 0.5), 1);
        Appearance ageless = new Appearance(null, Gender.FEMALE, 0.9, null, 1, null);

        assertThat(ageless.difference(ageless)).isCloseTo(-Math.log(2 * 0.82), within(1e-9));
        assertThat(ageless.difference(new Appearance(null, Gender.MALE, 0.9, null, 1, null)))
                .isCloseTo(-Math.log(2 * 0.18), within(1e-9));
        assertThat(ageless.difference(new Appearance(null, unsure.gender(), unsure.genderCertainty(), null, 1, null)))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void severalLooksTellMoreThanOne() {
        Appearance older = new Appearance(38.0, Gender.FEMALE, 0.9, null, 1, null);
        Appearance olderManyTimes = new Appearance(38.0, Gender.FEMALE, 0.9, null, 9, null);
        Appearance womanManyTimes = new Appearance(30.0, Gender.FEMALE, 0.9, null, 9, null);

        assertThat(womanManyTimes.difference(olderManyTimes)).isGreaterThan(woman.difference(older));
    }

    /** A small face, or one of which the detector is unsure, is misread, and then by decades. */
    @Test
    void aLookAtWhichLittleCanBeReadTellsLittle() {
        Appearance bad = look(man(60), 0.02);

        assertThat(woman.difference(bad)).isBetween(0.0, 1.5);
        assertThat(woman.difference(look(woman(30), 0.02))).isBetween(-0.2, 0.0);
        assertThat(woman.difference(look(man(60), 1))).isGreaterThan(5);
    }

    private static Appearance look(FaceAttributes attributes, double quality) {
        return Appearance.of(Faces.face(0.5, 0.5, 0.95, attributes), quality, null);
    }
}
