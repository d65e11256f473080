package io.crowdlake.counting.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PerspectiveTest {

    private static final double JITTER = 0.03;

    /** A person's face at a height, so many face heights below the horizon; boxes are off by {@link #JITTER}. */
    private static Stature at(double horizon, double height, double below, Random random) {
        return new Stature(horizon + height * (below + JITTER * random.nextGaussian()), height, 1);
    }

    /** People who come nearer while they are looked at. */
    private static Perspective after(int people, double horizon, Random random) {
        Perspective perspective = Perspective.UNKNOWN;
        for (int person = 0; person < people; person++) {
            double below = random.nextDouble() - 0.5;
            Stature known = at(horizon, 0.05, below, random);
            for (double height = 0.05; height < 0.1; height += 0.003) {
                Stature face = at(horizon, height, below, random);
                perspective = perspective.learning(known, face);
                known = known.plus(face);
            }
        }
        return perspective;
    }

    @Property(tries = 200)
    void theHorizonIsLearntFromPeopleWhoComeNearer(
            @ForAll @DoubleRange(min = -0.5, max = 0.9) double horizon, @ForAll long seed) {
        Perspective learnt = after(40, horizon, new Random(seed));

        assertThat(learnt.row()).isCloseTo(horizon, within(0.06));
        assertThat(learnt.weight()).as("it does not grow without end").isLessThanOrEqualTo(3000);
    }

    @Test
    void howExactBoxesAreIsLearntToo() {
        Stature person = new Stature(0.5, 0.08, 10);

        assertThat(Perspective.UNKNOWN.deviation(person, person)).isCloseTo(0.1, within(1e-9));
        assertThat(after(40, 0.4, new Random(1)).deviation(person, person)).isBetween(JITTER, 0.05);
    }

    @Test
    void whoHasKeptTheirSizeIsExpectedAtTheirRowWhereverTheHorizonIs() {
        Stature person = new Stature(0.5, 0.08, 10);

        assertThat(Perspective.UNKNOWN.miss(person, person)).isZero();
        assertThat(Perspective.UNKNOWN.miss(person, new Stature(0.54, 0.08, 1))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whoHasComeNearerIsExpectedFartherFromTheHorizon() {
        Perspective learnt = after(40, 0.4, new Random(2));
        Stature tall = new Stature(0.36, 0.05, 10);
        Stature small = new Stature(0.44, 0.05, 10);
        Stature nearer = new Stature(0.32, 0.1, 1);

        assertThat(Math.abs(learnt.miss(tall, nearer)) / learnt.deviation(tall, nearer))
                .isLessThan(1);
        assertThat(Math.abs(learnt.miss(small, nearer)) / learnt.deviation(small, nearer))
                .isGreaterThan(5);
        assertThat(Perspective.UNKNOWN.deviation(small, nearer))
                .as("as long as the horizon is not known it may be anybody")
                .isGreaterThan(1);
    }

    @Test
    void aMovedCameraIsLearntAnew() {
        Random random = new Random(3);
        Perspective before = after(200, 0.4, random);
        Perspective moved = before;
        for (int sight = 0; sight < 4000; sight++) {
            moved = moved.learning(at(0.1, 0.05, 0.2, random), at(0.1, 0.09, 0.2, random));
        }

        assertThat(moved.row()).isCloseTo(0.1, within(0.06));
    }
}
