package io.crowdlake.benchmark.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class IdentityF1Test {

    @Test
    void isOneForAPersonWhoIsFollowedAllTheTime() {
        assertThat(of(new Tracks().one(10, "a", "1", 0.7))).isEqualTo(1);
    }

    @Test
    void aPersonWhoBecomesAnotherCountsForTheLongerPart() {
        assertThat(of(new Tracks().one(6, "a", "1", 0.7).one(4, "a", "2", 0.7))).isEqualTo(2 * 6 / 20.0);
    }

    @Test
    void swappedPeopleAgreeHalfOfTheTime() {
        Tracks tracks = new Tracks().two(5, "a", "1", "b", "2").two(5, "a", "2", "b", "1");

        assertThat(of(tracks)).isEqualTo(2 * 10 / 40.0);
    }

    /** Matching a with 1 leaves b nobody, and is better than giving each somebody. */
    @Test
    void theBestPairsOnTheWholeCount() {
        Tracks tracks =
                new Tracks().one(100, "a", "1", 0.9).one(1, "a", "2", 0.9).one(1, "b", "1", 0.9);

        assertThat(of(tracks)).isCloseTo(2 * 100 / 204.0, within(1e-12));
    }

    @Test
    void missesFalseBoxesAndWrongPlacesCostAlike() {
        double missed = of(new Tracks().one(10, "a", "1", 0.7).one(5, "a", null, 0));
        double invented = of(new Tracks().one(10, "a", "1", 0.7).nobody(5, "1"));

        assertThat(missed).isEqualTo(invented).isEqualTo(2 * 10 / 25.0);
        assertThat(of(new Tracks().one(10, "a", "1", 0.49))).isZero();
    }

    @Test
    void isUnknownWithoutABox() {
        assertThat(new IdentityF1().share()).isNaN();
    }

    /** The same ids in two scenes are different people. */
    @Test
    void scenesAddUp() {
        IdentityF1 figure = new IdentityF1();
        figure.add(new Tracks().one(6, "a", "1", 1).frames());
        figure.add(new Tracks().one(4, "a", "2", 1).frames());

        assertThat(figure.share()).isEqualTo(1);
    }

    private static double of(Tracks tracks) {
        IdentityF1 figure = new IdentityF1();
        figure.add(tracks.frames());
        return figure.share();
    }
}
