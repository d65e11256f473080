package io.crowdlake.counting.place;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.face;
import static io.crowdlake.counting.place.Ways.crossings;
import static io.crowdlake.counting.place.Ways.follow;
import static io.crowdlake.counting.place.Ways.layout;
import static io.crowdlake.counting.place.Ways.level;
import static io.crowdlake.counting.place.Ways.net;
import static io.crowdlake.counting.place.Ways.see;
import static io.crowdlake.counting.place.Ways.upright;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrossingDirection;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCrossing;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int MOST_SIGHTS = 12;
    private static final CameraLayout MIDDLE = layout(upright(0.5));

    @Test
    void whoWalksOverTheLineIsCountedWhenClearOfIt() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.40, 0.48, 0.51, 0.56, 0.7));

        assertThat(crossings(steps)).containsExactly(new LineCrossing("line", CrossingDirection.IN, at(3)));
        assertThat(steps.get(4).crossings()).isEqualTo(crossings(steps));
    }

    @Test
    void whoWalksBackIsCountedTheOtherWay() {
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.7, 0.3))))
                .extracting(LineCrossing::direction, LineCrossing::crossedAt)
                .containsExactly(tuple(CrossingDirection.IN, at(1)), tuple(CrossingDirection.OUT, at(2)));
    }

    @Test
    void crossingsAreToldOnceHoweverLate() {
        Whereabouts untold = Whereabouts.UNKNOWN;
        for (int second = 0; second < 3; second++) {
            untold = see(untold, layout(upright(0.5)), second, new Point(second == 1 ? 0.8 : 0.2, 0.5), false);
        }

        assertThat(untold.movement().crossings()).hasSize(2);
        assertThat(untold.ended(at(2)).movement().crossings()).hasSize(2);
        Whereabouts told = untold.told(at(2));
        assertThat(told.ended(at(2)).movement().crossings()).isEmpty();
        assertThat(see(told, layout(upright(0.5)), 3, new Point(0.2, 0.5), true)
                        .movement()
                        .crossings())
                .isEmpty();
    }

    @Test
    void whoStandsOnTheLineIsNotCountedToAndFro() {
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.49, 0.51, 0.49, 0.51, 0.49, 0.3))))
                .isEmpty();
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.49, 0.51, 0.49, 0.51, 0.7))))
                .containsExactly(new LineCrossing("line", CrossingDirection.IN, at(5)));
    }

    @Test
    void whoIsLastSeenJustPastTheLineIsCountedAtTheEnd() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.3, 0.45, 0.51));

        assertThat(steps.get(2).movement()).isEqualTo(Movement.NONE);
        assertThat(steps.get(3).crossings()).containsExactly(new LineCrossing("line", CrossingDirection.IN, at(2)));
        assertThat(steps.get(3).movement().crossings()).isEqualTo(steps.get(3).crossings());
    }

    @Test
    void whoWasOutOfSightOnTheWayIsCountedWithTheSecondSight() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.3, 0.7, 0.7, 0.7), 0, 3, 4, 5);

        assertThat(steps.get(1).movement()).isEqualTo(Movement.NONE);
        assertThat(steps.get(2).movement().crossings())
                .as("told with the second sight over there, as of the first")
                .containsExactly(new LineCrossing("line", CrossingDirection.IN, at(3)));
        assertThat(crossings(steps)).hasSize(1);
    }

    @Test
    void whoShowsUpOnTheOtherSideInOneFrameAloneHasNotBeenThere() {
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.7, 0.3, 0.3), 0, 3, 5, 6)))
                .as("somebody else was taken for them")
                .isEmpty();
    }

    @Test
    void whoComesBackOntoTheLineNeedsTwoSightsAnew() {
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.7, 0.51, 0.7, 0.7), 0, 3, 4, 5, 6)))
                .containsExactly(new LineCrossing("line", CrossingDirection.IN, at(5)));
    }

    @Test
    void whoIsLastSeenAfterHavingBeenOutOfSightIsCountedAtTheEndAsOfThatSight() {
        List<Whereabouts> steps = follow(MIDDLE, level(0.3, 0.7), 0, 3);

        assertThat(steps.get(1).movement()).isEqualTo(Movement.NONE);
        assertThat(steps.get(2).movement().crossings())
                .containsExactly(new LineCrossing("line", CrossingDirection.IN, at(3)));
    }

    @Test
    void whoWalkedBeforeTheyWereOutOfSightIsCountedAtOnce() {
        assertThat(crossings(follow(MIDDLE, level(0.3, 0.51, 0.7), 0, 1, 5)))
                .as("already over the line when last seen")
                .containsExactly(new LineCrossing("line", CrossingDirection.IN, at(5)));
    }

    @Test
    void whoGoesAroundTheEndDoesNotCross() {
        CameraLayout door = layout(new CountingLine("door", new Point(0.5, 0.4), new Point(0.5, 0.6), Heading.RIGHT));

        assertThat(crossings(follow(door, List.of(new Point(0.3, 0.2), new Point(0.7, 0.2)))))
                .isEmpty();
        assertThat(crossings(follow(door, List.of(new Point(0.3, 0.5), new Point(0.7, 0.5), new Point(0.3, 0.1)))))
                .as("in by the door, out around it")
                .extracting(LineCrossing::direction)
                .containsExactly(CrossingDirection.IN);
    }

    @Property
    void withALineFromEdgeToEdgeTheNetIsTheSideAtTheEndLessThatAtTheBegin(
            @ForAll("ways") List<Point> way,
            @ForAll @Size(MOST_SIGHTS) List<@IntRange(min = 1, max = 4) Integer> waits,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double x) {
        int[] seconds = waits.stream().mapToInt(Integer::intValue).toArray();
        Arrays.parallelPrefix(seconds, Integer::sum);
        List<Whereabouts> steps = follow(layout(upright(x)), way, seconds);

        int before = seenAt(way.get(0)) >= x ? 1 : 0;
        int after = seenAt(way.get(way.size() - 1)) >= x ? 1 : 0;
        assertThat(net(crossings(steps))).isEqualTo(after - before);
    }

    @Property
    void whoComesBackToWhereTheyBeganHasCrossedAsOftenInAsOut(
            @ForAll("ways") List<Point> way, @ForAll @DoubleRange(min = 0.1, max = 0.9) double x) {
        List<Point> closed = new ArrayList<>(way);
        closed.add(way.get(0));

        assertThat(net(crossings(follow(layout(upright(x)), closed)))).isZero();
    }

    /** A short line can be walked around, so what must hold is that the way there and back again cancels. */
    @Property
    void whoGoesTheSameWayBackHasCrossedAnyLineAsOftenInAsOut(
            @ForAll("ways") List<Point> way, @ForAll("lines") CountingLine line) {
        List<Point> thereAndBack = new ArrayList<>(way);
        for (int i = way.size() - 2; i >= 0; i--) {
            thereAndBack.add(way.get(i));
        }

        assertThat(net(crossings(follow(layout(line), thereAndBack)))).isZero();
    }

    @Property
    void aStepMoreOrLessOnAStraightWayDoesNotMatter(
            @ForAll("lines") CountingLine line,
            @ForAll @IntRange(min = 2, max = 40) int steps,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double from,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double to) {
        List<Point> atOnce = List.of(new Point(0.05, from), new Point(0.95, to));
        List<Point> inSteps = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            inSteps.add(new Point(0.05 + 0.9 * part, from + (to - from) * part));
        }

        assertThat(net(crossings(follow(layout(line), inSteps))))
                .isEqualTo(net(crossings(follow(layout(line), atOnce))));
    }

    @Property(tries = 200)
    void jitterOnTheLineCountsAtMostOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int sights) {
        Random random = new Random(seed);
        double[] across = new double[sights];
        for (int i = 0; i < sights; i++) {
            // Half a face's width to either side is where somebody still stands on the line.
            across[i] = 0.5 + 0.024 * (2 * random.nextDouble() - 1);
        }

        assertThat(crossings(follow(MIDDLE, level(across)))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aVisitKeepsTheFirstCrossingsAndTellsOfAll() {
        double[] across = new double[101];
        for (int i = 0; i < across.length; i++) {
            across[i] = i % 2 == 0 ? 0.3 : 0.7;
        }

        List<Whereabouts> steps = follow(MIDDLE, level(across));

        assertThat(crossings(steps)).hasSize(100);
        assertThat(steps.get(100).crossings())
                .hasSize(Visit.MOST_KEPT)
                .isEqualTo(crossings(steps).subList(0, Visit.MOST_KEPT));
    }

    @Test
    void aLineThatIsNotDrawnAnyMoreIsForgotten() {
        Whereabouts onTheLine = follow(MIDDLE, level(0.3, 0.51)).get(1);

        assertThat(onTheLine.passages()).containsEntry("line", new Passage(1, false, null));
        Whereabouts gone = see(onTheLine, CameraLayout.NONE, 2, new Point(0.7, 0.5), true);
        assertThat(gone.passages()).isEmpty();
        assertThat(gone.ended(at(3)).crossings()).isEmpty();
    }

    @Test
    void theHeadingLeadsFromTheFirstToTheLastPlace() {
        assertThat(follow(CameraLayout.NONE, level(0.2, 0.6, 0.4)).get(3).heading())
                .isEqualTo(Heading.RIGHT);
        assertThat(follow(CameraLayout.NONE, level(0.2, 0.6, 0.24)).get(3).heading())
                .as("less than a face's width")
                .isEqualTo(Heading.NONE);
        // The frame is 1280 x 720, so that what is 45 degrees in the picture is steeper in fractions.
        assertThat(follow(CameraLayout.NONE, List.of(new Point(0.2, 0.2), new Point(0.3, 0.2 + 0.1 * 1280 / 720)))
                        .get(2)
                        .heading())
                .isEqualTo(Heading.DOWN_RIGHT);
    }

    /** Where the middle of a face is that {@link Ways} put there. */
    private static double seenAt(Point place) {
        return Point.centerOf(face(place.x(), place.y()).box()).x();
    }

    @Provide
    Arbitrary<List<Point>> ways() {
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0.05, 0.95);
        return Combinators.combine(fractions, fractions)
                .as(Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_SIGHTS);
    }

    @Provide
    Arbitrary<CountingLine> lines() {
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0.15, 0.85);
        return Combinators.combine(fractions, fractions, fractions)
                .as((x, one, other) -> new CountingLine(
                        "line",
                        new Point(x, Math.min(one, other)),
                        new Point(x, Math.max(one, other) + 0.1),
                        Heading.LEFT));
    }
}
