package io.crowdlake.scene.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final CrowdRhythm RHYTHM = new CrowdRhythm(20, 15, 8, 1.3, 4.5);
    private final Lens lens = new Lens(640, 480);
    private final Door door = new Door(0.5, 0.6, 2.1);

    @Property(tries = 30)
    void whoIsThereDoesNotDependOnHowOftenOneLooks(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int looks) {
        CrowdRhythm rhythm = RHYTHM.withReturning(0.3);
        Crowd once = new Crowd(rhythm, lens, door, seed);
        Crowd often = new Crowd(rhythm, lens, door, seed);
        List<Person> came = new ArrayList<>();
        for (int i = 1; i <= looks; i++) {
            came.addAll(often.advance(90.0 * i / looks));
        }

        assertThat(ids(once.advance(90))).isEqualTo(ids(came));
        assertThat(once.stances()).hasSameSizeAs(often.stances());
    }

    @Test
    void arrivalsAndStaysFollowTheRhythm() {
        Crowd crowd = new Crowd(new CrowdRhythm(20, 30, 100, 1.3, 4.5), lens, null, 5);
        List<Person> came = crowd.advance(3600);
        double stay = came.stream()
                .mapToDouble(
                        person -> person.itinerary().left() - person.itinerary().entered())
                .average()
                .orElseThrow();

        assertThat(came.size() / 60.0).isCloseTo(20, within(2.0));
        assertThat(stay).isBetween(25.0, 38.0);
    }

    @Test
    void nobodyComesIntoAFullPlace() {
        Crowd crowd = new Crowd(new CrowdRhythm(200, 60, 3, 1.3, 4.5), lens, null, 5);
        for (double t = 0; t < 200; t += 0.5) {
            crowd.advance(t);
            assertThat(crowd.stances()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void theFarthestComeFirst() {
        Crowd crowd = new Crowd(RHYTHM, lens, door, 3);
        crowd.advance(60);

        assertThat(crowd.stances()).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Double.compare(b.z(), a.z()));
    }

    @Test
    void everyoneHasAnIdOfTheirOwnAlsoAcrossScenes() {
        Set<String> ids = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            for (Person person : new Crowd(RHYTHM, lens, door, seed).advance(300)) {
                assertThat(ids.add(person.id())).isTrue();
            }
        }
        assertThat(ids).hasSizeGreaterThan(100);
    }

    @Test
    void someComeBack() {
        CrowdRhythm rhythm = new CrowdRhythm(12, 10, 100, 1.3, 4.5).withReturning(0.5);
        Map<String, List<Person>> stays =
                new Crowd(rhythm, lens, door, 4).advance(3600).stream().collect(Collectors.groupingBy(Person::id));

        assertThat(stays.values().stream().filter(all -> all.size() > 1).count() / (double) stays.size())
                .isCloseTo(0.5, within(0.06));
        assertThat(stays.values()).allSatisfy(all -> {
            assertThat(all)
                    .extracting(Person::appearance)
                    .containsOnly(all.get(0).appearance());
            for (int i = 1; i < all.size(); i++) {
                double away = all.get(i).itinerary().entered()
                        - all.get(i - 1).itinerary().left();
                assertThat(away).isGreaterThan(8);
            }
        });
    }

    @Test
    void timeOnlyGoesForward() {
        Crowd crowd = new Crowd(RHYTHM, lens, door, 3);
        crowd.advance(10);

        assertThatThrownBy(() -> crowd.advance(9)).hasMessageContaining("only goes forward");
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
