package io.crowdlake.counting.track;

import static io.crowdlake.counting.Faces.attributes;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.FaceAttributes;
import io.crowdlake.contracts.Gender;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void whatIsUnknownTellsNothing() {
        assertThat(Likeness.difference(woman(30), FaceAttributes.UNKNOWN)).isZero();
        assertThat(Likeness.difference(woman(30), woman(30))).isZero();
    }

    @Test
    void aFewYearsSayLittleAndManySayMuchButNotAll() {
        assertThat(Likeness.difference(woman(30), woman(38))).isCloseTo(0.5, within(1e-9));
        assertThat(Likeness.difference(woman(20), woman(70))).isEqualTo(3);
    }

    /** Two looks at one person that are right nine times in ten each differ in 18 of 100 cases, those at two people in 50. */
    @Test
    void otherGendersSayAsMuchAsTheyAreSure() {
        assertThat(Likeness.difference(woman(30), man(30))).isCloseTo(-Math.log(0.36), within(1e-9));
        assertThat(Likeness.difference(attributes(30, Gender.FEMALE, 0.5), man(30)))
                .isCloseTo(0, within(1e-9));
        assertThat(Likeness.difference(attributes(30, Gender.FEMALE, 1), attributes(30, Gender.MALE, 1)))
                .isEqualTo(3);
    }
}
