package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class HotaTest {

    @Test
    void isOneWhereAllIsRight() {
        assertThat(of(new Tracks().two(10, "a", "1", "b", "2"))).isCloseTo(1, within(1e-12));
    }

    /** Of 19 thresholds those up to 0.50 let the boxes agree. */
    @Test
    void boxesThatFitHalfCountForTheLowerThresholds() {
        assertThat(of(new Tracks().one(10, "a", "1", 0.52))).isCloseTo(10 / 19.0, within(1e-12));
    }

    /** All boxes found; 6 of them hold together 6 of 10, the other 4 hold together 4 of 10. */
    @Test
    void aPersonWhoBecomesAnotherCostsAssociation() {
        Tracks tracks = new Tracks().one(6, "a", "1", 1).one(4, "a", "2", 1);

        assertThat(of(tracks)).isCloseTo(Math.sqrt((6 * 0.6 + 4 * 0.4) / 10), within(1e-12));
    }

    /** 10 hits, 5 misses; each hit is held together in 10 of 15 boxes. */
    @Test
    void missesCostDetectionAndAssociation() {
        Tracks tracks = new Tracks().one(10, "a", "1", 1).one(5, "a", null, 0);

        assertThat(of(tracks)).isCloseTo(Math.sqrt(10 * (10 / 15.0) / 15), within(1e-12));
    }

    /** Swapped halfway: each pair holds 5 of 15 boxes together. */
    @Test
    void swappedPeopleCostAssociation() {
        Tracks tracks = new Tracks().two(5, "a", "1", "b", "2").two(5, "a", "2", "b", "1");

        assertThat(of(tracks)).isCloseTo(Math.sqrt(20 * (5 / 15.0) / 20), within(1e-12));
    }

    /** The same ids in two scenes are different people. */
    @Test
    void scenesAddUp() {
        Hota hota = new Hota();
        hota.add(new Tracks().one(6, "a", "1", 1).frames());
        hota.add(new Tracks().one(4, "a", "2", 1).one(5, "b", null, 0).frames());

        assertThat(hota.share())
                .isCloseTo(
                        of(new Tracks().one(6, "a", "1", 1).one(4, "c", "2", 1).one(5, "b", null, 0)), within(1e-12));
        assertThat(new Hota().share()).isNaN();
    }

    private static double of(Tracks tracks) {
        Hota hota = new Hota();
        hota.add(tracks.frames());
        return hota.share();
    }
}
