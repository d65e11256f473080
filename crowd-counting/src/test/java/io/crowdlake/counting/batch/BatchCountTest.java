package io.crowdlake.counting.batch;

import static io.crowdlake.counting.Faces.at;
import static io.crowdlake.counting.Faces.man;
import static io.crowdlake.counting.Faces.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.LineCount;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.Zone;
import io.crowdlake.contracts.ZoneCount;
import io.crowdlake.counting.Walk;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.window.WindowGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchCountTest {

    /** A line that two of the three people cross, and a zone in which the other stays. */
    private static final CameraLayout LAYOUT = new CameraLayout(
            List.of(new CountingLine("line", new Point(0.6, 0), new Point(0.6, 1), Heading.LEFT)),
            List.of(new Zone(
                    "zone",
                    List.of(new Point(0.3, 0.2), new Point(0.52, 0.2), new Point(0.52, 0.4), new Point(0.3, 0.4)))));

    private static BatchOutcome count(List<FrameAnalysis> frames, Duration window) {
        return new BatchCount(
                        TrackerParameters.ofVisitGap(Duration.ofSeconds(2)),
                        new WindowGrid(window, Duration.ZERO),
                        Duration.ofSeconds(15),
                        LAYOUT)
                .count(frames);
    }

    private static List<FrameAnalysis> threePeople(long seed) {
        return new Walk(seed)
                .person(1, 8, 0.1, 0.5, 0.1, 0, woman(25))
                .person(3, 20, 0.4, 0.3, 0.005, 0, man(45))
                .person(12, 18, 0.9, 0.7, -0.12, 0, woman(65))
                .frames(5, 25);
    }

    @Test
    void aWindowShowsWhoWasThere() {
        CrowdDemographics hour =
                count(threePeople(1), Duration.ofHours(1)).windows().get(0);

        assertThat(hour.visitors()).isEqualTo(3);
        assertThat(hour.entries()).isEqualTo(3);
        assertThat(hour.exits()).isEqualTo(3);
        assertThat(hour.frames()).isEqualTo(126);
        assertThat(hour.peakOccupancy()).isEqualTo(2);
        assertThat(hour.dwellMeanSeconds()).isEqualTo(10);
        assertThat(hour.meanOccupancy()).as("30 person seconds in 25 s").isBetween(1.15, 1.25);
        assertThat(hour.ageGender())
                .extracting(cell -> cell.ageBand().label())
                .containsExactly("20-29", "40-49", "60+");
    }

    @Test
    void linesAndZonesAreCountedToo() {
        BatchOutcome outcome = count(threePeople(1), Duration.ofHours(1));

        CrowdDemographics hour = outcome.windows().get(0);
        assertThat(hour.lines()).containsExactly(new LineCount("line", 1, 1));
        assertThat(hour.zones()).singleElement().satisfies(zone -> {
            assertThat(zone.visitors()).isEqualTo(1);
            assertThat(zone.entries()).isEqualTo(1);
            assertThat(zone.peakOccupancy()).isEqualTo(1);
            assertThat(zone.meanOccupancy()).as("17 s of 25").isCloseTo(17.0 / 25, within(0.02));
            assertThat(zone.dwellMeanSeconds()).isEqualTo(17);
        });
        assertThat(outcome.visits())
                .extracting(visit -> visit.heading().label() + " "
                        + visit.crossings().size() + " " + visit.zoneStays().size())
                .containsExactly("right 1 0", "left 1 0", "right 0 1");
    }

    @Property(tries = 100)
    void neitherOrderNorRepetitionMatters(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int windowSeconds) {
        List<FrameAnalysis> frames = threePeople(seed);
        List<FrameAnalysis> shuffled = new ArrayList<>(frames);
        shuffled.addAll(frames.subList(20, 60));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(count(shuffled, Duration.ofSeconds(windowSeconds)))
                .isEqualTo(count(frames, Duration.ofSeconds(windowSeconds)));
    }

    @Property(tries = 100)
    void smallWindowsAddUpToALargeOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int windowSeconds) {
        List<FrameAnalysis> frames = threePeople(seed);
        BatchOutcome small = count(frames, Duration.ofSeconds(windowSeconds));

        assertThat(small.windows().stream().mapToLong(CrowdDemographics::frames).sum())
                .isEqualTo(frames.size());
        assertThat(small.windows().stream()
                        .mapToLong(CrowdDemographics::entries)
                        .sum())
                .isEqualTo(3);
        assertThat(small.windows().stream().mapToLong(CrowdDemographics::exits).sum())
                .isEqualTo(3);
        assertThat(small.windows().stream()
                        .flatMap(window -> window.lines().stream())
                        .mapToLong(LineCount::inCount)
                        .sum())
                .isEqualTo(1);
        assertThat(small.windows().stream()
                        .flatMap(window -> window.zones().stream())
                        .mapToLong(ZoneCount::entries)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void everyFaceOfAVisitCarriesItsId() {
        BatchOutcome outcome = count(threePeople(2), Duration.ofHours(1));

        for (Visit visit : outcome.visits()) {
            assertThat(outcome.frames().stream()
                            .flatMap(frame -> frame.analysis().faces().stream())
                            .filter(face -> visit.visitId().equals(face.visitId())))
                    .hasSize(visit.frames());
        }
        assertThat(outcome.visits()).extracting(Visit::firstSeen).containsExactly(at(1), at(12), at(3));
    }

    @Test
    void withoutFramesThereIsNothing() {
        assertThat(count(List.of(), Duration.ofHours(1)).windows()).isEmpty();
    }
}
