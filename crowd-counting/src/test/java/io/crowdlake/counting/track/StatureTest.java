package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.BoundingBox;
import org.junit.jupiter.api.Test;

class StatureTest {

    private static final Stature FAR = Stature.of(new BoundingBox(0.4, 0.4, 0.03, 0.05));
    private static final Stature NEAR = Stature.of(new BoundingBox(0.4, 0.3, 0.06, 0.10));

    @Test
    void itIsTheMeanOverAllLooks() {
        Stature both = FAR.plus(NEAR);

        assertThat(both.row()).isCloseTo((0.425 + 0.35) / 2, within(1e-12));
        assertThat(both.height()).isCloseTo(0.075, within(1e-12));
        assertThat(both.looks()).isEqualTo(2);
    }

    @Test
    void afterManyLooksItStillFollows() {
        Stature known = FAR;
        for (int look = 0; look < 500; look++) {
            known = known.plus(FAR);
        }
        assertThat(known.looks()).isEqualTo(Stature.MOST_LOOKS);
        for (int look = 0; look < 100; look++) {
            known = known.plus(NEAR);
        }
        assertThat(known.height()).isCloseTo(NEAR.height(), within(0.001));
    }

    @Test
    void manyLooksCountForMoreThanFew() {
        Stature often = FAR;
        for (int look = 1; look < 9; look++) {
            often = often.plus(FAR);
        }
        assertThat(NEAR.plus(often).height()).isCloseTo(0.055, within(1e-9));
    }

    @Test
    void aBoxWithoutHeightHasALittle() {
        assertThat(Stature.of(new BoundingBox(0.4, 0.4, 0.03, 0)).height()).isPositive();
    }
}
