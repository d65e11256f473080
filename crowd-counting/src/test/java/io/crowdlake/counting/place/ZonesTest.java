package io.crowdlake.counting.place;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.place.Ways.follow;
import static io.crowdlake.counting.place.Ways.layout;
import static io.crowdlake.counting.place.Ways.level;
import static io.crowdlake.counting.place.Ways.see;
import static io.crowdlake.counting.place.Ways.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.Zone;
import io.crowdlake.contracts.ZoneStay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ZonesTest {

    private static final CameraLayout MIDDLE = layout(zone("till", 0.4, 0.3, 0.6, 0.7));

    @Test
    void aStayLastsFromTheFirstSightInsideToTheFirstClearlyOutside() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.2, 0.45, 0.55, 0.61, 0.7, 0.9));

        assertThat(steps.get(0).movement()).isEqualTo(Movement.NONE);
        assertThat(steps.get(1).movement().zones()).containsExactly(new ZoneSight("till", true, null));
        assertThat(steps.get(2).movement().zones()).containsExactly(new ZoneSight("till", false, at(1)));
        assertThat(steps.get(3).movement().zones())
                .as("outside, but not clear of it")
                .containsExactly(new ZoneSight("till", false, at(2)));
        assertThat(steps.get(4).movement())
                .isEqualTo(new Movement(List.of(), List.of(), List.of(new ZoneStay("till", at(1), at(4)))));
        assertThat(steps.get(6).zoneStays()).containsExactly(new ZoneStay("till", at(1), at(4)));
    }

    @Test
    void aStayEndsWithTheVisit() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.2, 0.5, 0.5, 0.5));

        assertThat(steps.get(3).zoneStays()).isEmpty();
        assertThat(steps.get(4).zoneStays()).containsExactly(new ZoneStay("till", at(1), at(3)));
        assertThat(steps.get(4).movement().zoneStays()).isEqualTo(steps.get(4).zoneStays());
    }

    @Test
    void whoComesBackStaysAnotherTime() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.5, 0.9, 0.5));

        assertThat(steps.get(2).movement().zones()).containsExactly(new ZoneSight("till", true, at(0)));
        assertThat(steps.get(3).zoneStays())
                .containsExactly(new ZoneStay("till", at(0), at(1)), new ZoneStay("till", at(2), at(2)));
    }

    @Test
    void zonesMayOverlap() {
        List<Whereabouts> steps =
                follow(layout(zone("shop", 0, 0, 1, 1), zone("till", 0.4, 0.3, 0.6, 0.7)), level(0.2, 0.5, 0.9));

        assertThat(steps.get(1).movement().zones())
                .containsExactly(new ZoneSight("shop", false, at(0)), new ZoneSight("till", true, null));
        assertThat(steps.get(3).zoneStays())
                .containsExactly(new ZoneStay("till", at(1), at(2)), new ZoneStay("shop", at(0), at(2)));
    }

    @Test
    void whatAnUnsureSightWouldHaveToldIsToldByTheNext() {
        Whereabouts unsure = see(Whereabouts.UNKNOWN, MIDDLE, 0, new Point(0.5, 0.5), false);
        Whereabouts sure = see(unsure, MIDDLE, 1, new Point(0.5, 0.5), true);
        Whereabouts gone = see(unsure, MIDDLE, 1, new Point(0.9, 0.5), true);

        assertThat(sure.movement().zones()).containsExactly(new ZoneSight("till", true, null));
        assertThat(sure.ended(at(1)).zoneStays())
                .as("from the unsure sight on")
                .containsExactly(new ZoneStay("till", at(0), at(1)));
        assertThat(gone.movement()).isEqualTo(Movement.NONE);
        assertThat(gone.zones()).isEmpty();
    }

    @Test
    void whatNobodyWasToldOfIsToldAtTheEnd() {
        Whereabouts untold = see(Whereabouts.UNKNOWN, MIDDLE, 0, new Point(0.5, 0.5), false);

        assertThat(untold.ended(at(0)).movement())
                .isEqualTo(new Movement(
                        List.of(),
                        List.of(new ZoneSight("till", true, null)),
                        List.of(new ZoneStay("till", at(0), at(0)))));
    }

    @Test
    void aVisitKeepsTheFirstStaysAndTellsOfAll() {
        double[] across = new double[101];
        for (int i = 0; i < across.length; i++) {
            across[i] = i % 2 == 0 ? 0.1 : 0.5;
        }

        List<Whereabouts> steps = follow(MIDDLE, level(across));

        assertThat(steps.stream()
                        .mapToInt(step -> step.movement().zoneStays().size())
                        .sum())
                .isEqualTo(50);
        assertThat(steps.get(101).zoneStays()).hasSize(Visit.MOST_KEPT);
    }

    @Property
    void theOrderOfTheZonesDoesNotMatter(
            @ForAll("ways") List<Point> way, @ForAll("zones") List<Zone> zones, @ForAll long seed) {
        List<Zone> shuffled = new ArrayList<>(zones);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(told(follow(new CameraLayout(null, shuffled), way)))
                .isEqualTo(told(follow(new CameraLayout(null, zones), way)));
    }

    @Property
    void everyStayThatBeginsEndsAndNoneOverlapsAnotherOfItsZone(
            @ForAll("ways") List<Point> way, @ForAll("zones") List<Zone> zones) {
        List<Whereabouts> steps = follow(new CameraLayout(null, zones), way);
        for (Zone zone : zones) {
            long begun = steps.stream()
                    .flatMap(step -> step.movement().zones().stream())
                    .filter(sight -> sight.zone().equals(zone.name()) && sight.entered())
                    .count();
            List<ZoneStay> stays = steps.stream()
                    .flatMap(step -> step.movement().zoneStays().stream())
                    .filter(stay -> stay.zone().equals(zone.name()))
                    .toList();

            assertThat(stays).hasSize((int) begun);
            for (int i = 1; i < stays.size(); i++) {
                assertThat(stays.get(i).enteredAt()).isAfter(stays.get(i - 1).leftAt());
            }
        }
    }

    /** All that the steps told, in an order that does not depend on that of the zones. */
    private static List<List<String>> told(List<Whereabouts> steps) {
        return steps.stream()
                .map(step -> Stream.concat(step.movement().zones().stream(), step.movement().zoneStays().stream())
                        .map(Object::toString)
                        .sorted(Comparator.naturalOrder())
                        .toList())
                .toList();
    }

    @Provide
    Arbitrary<List<Point>> ways() {
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0.05, 0.95);
        return Combinators.combine(fractions, fractions)
                .as(Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Zone>> zones() {
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0, 0.6);
        Arbitrary<Double> sizes = Arbitraries.doubles().between(0.05, 0.4);
        return Combinators.combine(Arbitraries.of("a", "b", "c", "d"), fractions, fractions, sizes, sizes)
                .as((name, left, top, width, height) -> zone(name, left, top, left + width, top + height))
                .list()
                .uniqueElements(Zone::name)
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
