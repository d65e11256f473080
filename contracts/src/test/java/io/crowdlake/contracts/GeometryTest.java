package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines, zones and directions say about places. */
class GeometryTest {

    private static final CountingLine DOOR =
            new CountingLine("door", new Point(0.2, 0.5), new Point(0.8, 0.5), Heading.DOWN);

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.4, 0.5, 0.6, 1",
        "0.5, 0.6, 0.5, 0.4, -1",
        "0.3, 0.1, 0.7, 0.9, 1",
        "0.5, 0.1, 0.5, 0.4, 0",
        "0.1, 0.4, 0.1, 0.6, 0",
        "0.9, 0.6, 0.9, 0.4, 0",
        "0.2, 0.4, 0.2, 0.6, 1",
        "0.5, 0.4, 0.5, 0.5, 1",
        "0.5, 0.5, 0.5, 0.6, 0",
        "0.5, 0.5, 0.5, 0.4, -1",
        "0.3, 0.5, 0.7, 0.5, 0",
    })
    void aLineIsCrossedBetweenItsEnds(double x1, double y1, double x2, double y2, int crossing) {
        assertThat(DOOR.crossing(new Point(x1, y1), new Point(x2, y2))).isEqualTo(crossing);
    }

    @Test
    void inwardsIsAnyDirectionToThatSide() {
        assertThat(DOOR.leadsIn(0, 1)).isTrue();
        assertThat(DOOR.leadsIn(-5, 0.1)).isTrue();
        assertThat(DOOR.leadsIn(0, -1)).isFalse();
        assertThat(DOOR.leadsIn(1, 0)).as("along the line").isFalse();
    }

    @Property
    @Domain(Contracts.class)
    void theWayBackUndoesTheWayThere(@ForAll CountingLine line, @ForAll Point one, @ForAll Point other) {
        assertThat(line.crossing(one, other)).isEqualTo(-line.crossing(other, one));
    }

    @Property
    @Domain(Contracts.class)
    void itDoesNotMatterWhichEndComesFirst(@ForAll CountingLine line, @ForAll Point one, @ForAll Point other) {
        CountingLine turned = new CountingLine(line.name(), line.to(), line.from(), line.in());

        if (Math.min(line.distance(one, 1, 1), line.distance(other, 1, 1)) > 1e-9) {
            assertThat(turned.crossing(one, other)).isEqualTo(line.crossing(one, other));
        }
        assertThat(turned.distance(one, 0.1, 0.2)).isCloseTo(line.distance(one, 0.1, 0.2), within(1e-9));
    }

    @Test
    void distanceIsInUnitsOfEachAxis() {
        assertThat(DOOR.distance(new Point(0.5, 0.7), 0.1, 0.1)).isCloseTo(2, within(1e-9));
        assertThat(DOOR.distance(new Point(0.5, 0.7), 0.1, 0.2)).isCloseTo(1, within(1e-9));
        assertThat(DOOR.distance(new Point(0.1, 0.5), 0.05, 0.2))
                .as("from the end")
                .isCloseTo(2, within(1e-9));
        assertThat(DOOR.distance(new Point(0.3, 0.5), 0.05, 0.2)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aZoneMayHaveNooks() {
        Zone zone = new Zone(
                "L",
                List.of(
                        new Point(0, 0),
                        new Point(0.5, 0),
                        new Point(0.5, 0.5),
                        new Point(1, 0.5),
                        new Point(1, 1),
                        new Point(0, 1)));

        assertThat(zone.contains(new Point(0.25, 0.25))).isTrue();
        assertThat(zone.contains(new Point(0.75, 0.75))).isTrue();
        assertThat(zone.contains(new Point(0.75, 0.25))).as("in the nook").isFalse();
        assertThat(zone.distance(new Point(0.75, 0.25), 1, 1)).isCloseTo(0.25, within(1e-9));
        assertThat(zone.distance(new Point(0.25, 0.25), 1, 1)).isCloseTo(0.25, within(1e-9));
    }

    @Property
    @Domain(Contracts.class)
    @Domain(DomainContext.Global.class)
    void aZoneIsTheSameFromWhicheverCornerAndWhicheverWayAround(
            @ForAll Zone zone, @ForAll Point place, @ForAll @IntRange(max = 2) int shift) {
        List<Point> corners = new ArrayList<>(zone.corners());
        Collections.rotate(corners, shift);
        Collections.reverse(corners);

        if (zone.distance(place, 1, 1) > 1e-9) {
            assertThat(new Zone(zone.name(), corners).contains(place)).isEqualTo(zone.contains(place));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, right",
        "1, 1, down-right",
        "0, 2, down",
        "-3, 3, down-left",
        "-1, 0, left",
        "-1, -1, up-left",
        "0, -0.1, up",
        "1, -1, up-right",
        "1, 0.4, right",
        "1, 0.42, down-right",
        "0, 0, none"
    })
    void aHeadingStandsForAnEighthOfTheCircle(double across, double down, String label) {
        assertThat(Heading.of(across, down).label()).isEqualTo(label);
    }

    @Property
    void theOppositeWayHasTheOppositeHeading(
            @ForAll @DoubleRange(min = -1, max = 1) double across,
            @ForAll @DoubleRange(min = -1, max = 1) double down) {
        Heading there = Heading.of(across, down);
        Heading back = Heading.of(-across, -down);

        assertThat(List.of(back.x(), back.y())).containsExactly(-there.x(), -there.y());
    }

    @Test
    void theMiddleOfABoxThatReachesBeyondTheFrameByRoundingIsInIt() {
        assertThat(Point.centerOf(new BoundingBox(0.4, 0.2, 0.2, 0.6))).isEqualTo(new Point(0.5, 0.5));
        assertThat(Point.centerOf(new BoundingBox(1, 1, 5e-7, 0))).isEqualTo(new Point(1, 1));
    }
}
