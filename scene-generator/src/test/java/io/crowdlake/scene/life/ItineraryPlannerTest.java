package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.Emotion;
import io.crowdlake.contracts.Gender;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ItineraryPlannerTest {

    private final Lens lens = new Lens(640, 480);

    @Property(tries = 200)
    void aWayStartsAndEndsOutOfViewAndLeadsThroughThePicture(
            @ForAll long seed, @ForAll @DoubleRange(min = 4, max = 80) double age, @ForAll boolean indoors) {
        Appearance person = person(seed, age);
        Door door = indoors ? new Door(-0.6, 0.6, 2.1) : null;
        Itinerary way = plan(seed, person, door);

        assertThat(inView(way, 5, door)).as("at the start").isFalse();
        assertThat(inView(way, way.end(), door)).as("at the end").isFalse();
        assertThat(way.entered()).isGreaterThanOrEqualTo(5);
        assertThat(way.left()).isGreaterThan(way.entered() + 1).isLessThanOrEqualTo(way.end());
        assertThat(inView(way, (way.entered() + way.left()) / 2, door)).isTrue();
    }

    @Property(tries = 200)
    void nobodyRunsOrJumps(@ForAll long seed) {
        Itinerary way = plan(seed, person(seed, 30), null);
        for (double t = 5; t < way.end(); t += 0.1) {
            double metres = Math.hypot(way.x(t + 0.1) - way.x(t), way.z(t + 0.1) - way.z(t));
            assertThat(metres).as("metres in a tenth of a second").isLessThan(0.14);
            double turn = Math.abs(way.head(t + 0.1).yaw() - way.head(t).yaw());
            assertThat(turn).as("turn in a tenth of a second").isLessThan(1.6);
        }
    }

    @Property(tries = 100)
    void stoppedPeopleKeepTheirFaceInThePicture(@ForAll long seed, @ForAll @DoubleRange(min = 4, max = 80) double age) {
        Appearance person = person(seed, age);
        Itinerary way = plan(seed, person, null);
        for (double t = way.entered() + 0.05; t < way.left(); t += 0.5) {
            double scale = lens.scale(way.z(t));
            double middle = lens.groundY(way.z(t)) - person.faceHeight() * scale;
            assertThat(middle - person.faceWidth() * scale * 0.5).isPositive();
            assertThat(middle + person.faceWidth() * scale * 0.5).isLessThan(480);
        }
    }

    private Itinerary plan(long seed, Appearance person, Door door) {
        return new ItineraryPlanner(lens, door, 1.2, 4.5, new SplittableRandom(seed)).plan(5, 20, person, List.of());
    }

    private boolean inView(Itinerary way, double t, Door door) {
        double x = lens.pixelX(way.x(t), way.z(t));
        return x > 0 && x < 640 && (door == null || !door.hides(lens, x, way.z(t)));
    }

    private static Appearance person(long seed, double age) {
        return new AppearanceSampler(new SplittableRandom(seed))
                .sample(new Demographic(age, Gender.MALE, Emotion.NEUTRAL));
    }
}
