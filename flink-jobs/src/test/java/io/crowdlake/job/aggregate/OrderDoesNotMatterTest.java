package io.crowdlake.job.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crowdlake.contracts.CameraLayout;
import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.contracts.CountingLine;
import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.Heading;
import io.crowdlake.contracts.Point;
import io.crowdlake.contracts.Visit;
import io.crowdlake.contracts.Zone;
import io.crowdlake.counting.TrackedFrame;
import io.crowdlake.counting.batch.BatchCount;
import io.crowdlake.counting.batch.BatchOutcome;
import io.crowdlake.counting.track.TrackerParameters;
import io.crowdlake.counting.window.WindowGrid;
import io.crowdlake.job.track.People;
import io.crowdlake.job.track.TrackSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order in which frames arrive, however often, and wherever the job crashes: the final windows, the visits and the frames are
 * those of the batch computation.
 */
class OrderDoesNotMatterTest {

    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration GAP = Duration.ofSeconds(2);
    private static final Duration HORIZON = Duration.ofHours(1);
    private static final TrackSettings TRACK = new TrackSettings(DELAY, QUIET, GAP, HORIZON);
    private static final CameraLayout LAYOUT = new CameraLayout(
            List.of(
                    new CountingLine("middle", new Point(0.5, 0), new Point(0.5, 1), Heading.RIGHT),
                    new CountingLine("door", new Point(0.2, 0.7), new Point(0.4, 0.3), Heading.LEFT)),
            List.of(zone("till", 0.3, 0.2, 0.7, 0.8), zone("shelf", 0, 0, 0.45, 1)));
    private static final CameraLayouts LAYOUTS = new CameraLayouts(Map.of(), LAYOUT);
    private static final String AFTER_PAUSE = "after-pause-";

    /** Of how much state objects are held: of none, of a camera with few people or so, and of all cameras. */
    private static final long[] HELD_BYTES = {0, 4_000, 10_000, 1_000_000};

    private static final Comparator<Arrival> BY_TIME = Comparator.comparing(Arrival::time);

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void shuffledRepeatedAndCrashedOnRocksDb(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(shuffled(histories(seed, 1 + random.nextInt(3)), random), random, true);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shuffledRepeatedAndCrashed(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(shuffled(histories(seed, 1 + random.nextInt(3)), random), random, false);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void heldUpOnTheWayForMinutes(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(heldUp(histories(seed, 1 + random.nextInt(3)), random), random, false);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void splitOverPartitions(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(overPartitions(histories(seed, 1 + random.nextInt(3)), random), random, false);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anEarlierTimeThatComesLater(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(backlogs(seed, random), random, false);
    }

    /** More than every build has time for, of all kinds by turns: {@code -Dcrowdlake.histories=10000}. */
    @Test
    void asManyHistoriesAsAskedFor() {
        int histories = Integer.getInteger("crowdlake.histories", 0);
        for (int seed = 0; seed < histories; seed++) {
            Random random = new Random(seed);
            List<List<FrameAnalysis>> cameras = histories(seed, 1 + random.nextInt(3));
            List<Arrival> arrivals =
                    switch (seed % 4) {
                        case 0 -> shuffled(cameras, random);
                        case 1 -> heldUp(cameras, random);
                        case 2 -> overPartitions(cameras, random);
                        default -> backlogs(seed, random);
                    };
            assertThatCode(() -> check(arrivals, random, false))
                    .as("history with seed %d", seed)
                    .doesNotThrowAnyException();
        }
        if (histories > 0) {
            System.out.println(histories + " histories, none with a difference");
        }
    }

    private static Zone zone(String name, double left, double top, double right, double bottom) {
        return new Zone(
                name,
                List.of(
                        new Point(left, top),
                        new Point(right, top),
                        new Point(right, bottom),
                        new Point(left, bottom)));
    }

    private static List<List<FrameAnalysis>> histories(long seed, int cameras) {
        List<List<FrameAnalysis>> histories = new ArrayList<>();
        for (int camera = 0; camera < cameras; camera++) {
            histories.add(People.history("camera-" + camera, seed * 31 + camera, 90));
        }
        return histories;
    }

    /** Each frame arrives up to the reorder delay after its capture, some a second time. */
    private static List<Arrival> shuffled(List<List<FrameAnalysis>> histories, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (List<FrameAnalysis> history : histories) {
            for (FrameAnalysis frame : history) {
                arrivals.add(new Arrival(frame.capturedAt().plusMillis(random.nextInt(10_001)), frame));
                if (random.nextInt(10) == 0) {
                    arrivals.add(new Arrival(frame.capturedAt().plusMillis(random.nextInt(40_000)), frame));
                }
            }
        }
        arrivals.sort(BY_TIME);
        return arrivals;
    }

    /** Frames arrive in order, but now and then the way is blocked, for so long that the camera counts as silent. */
    private static List<Arrival> heldUp(List<List<FrameAnalysis>> histories, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (List<FrameAnalysis> history : histories) {
            Duration heldUp = Duration.ZERO;
            for (FrameAnalysis frame : history) {
                if (random.nextInt(80) == 0) {
                    heldUp = heldUp.plusSeconds(random.nextInt(300));
                }
                arrivals.add(new Arrival(frame.capturedAt().plus(heldUp), frame));
            }
        }
        arrivals.sort(BY_TIME);
        return arrivals;
    }

    /** The frames of a camera come over several partitions, each in order and with a lag of its own that changes now and then. */
    private static List<Arrival> overPartitions(List<List<FrameAnalysis>> histories, Random random) {
        int partitions = 2 + random.nextInt(3);
        int[] lagMillis = new int[partitions];
        Instant[] last = new Instant[partitions];
        Arrays.fill(last, Instant.MIN);
        List<Arrival> arrivals = new ArrayList<>();
        for (FrameAnalysis frame : histories.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(FrameAnalysis::capturedAt))
                .toList()) {
            int partition = random.nextInt(partitions);
            if (random.nextInt(30) == 0) {
                lagMillis[partition] = random.nextInt(10_001);
            }
            Instant arrival = frame.capturedAt().plusMillis(lagMillis[partition]);
            last[partition] = arrival.isAfter(last[partition]) ? arrival : last[partition];
            arrivals.add(new Arrival(last[partition], frame));
        }
        arrivals.sort(BY_TIME);
        return arrivals;
    }

    /** What a camera saw before a pause comes after what it saw then, or while it goes on after a further one. */
    private static List<Arrival> backlogs(long seed, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        Duration pause = Duration.ofMinutes(5 + random.nextInt(20));
        Duration heldUp = pause.plusSeconds(95 + random.nextInt(300));
        Instant arrival = People.NOON.plus(heldUp);
        for (FrameAnalysis frame : People.history("camera-0", seed, 90)) {
            // as a disk gives them out, in one go
            arrival = arrival.plusMillis(random.nextInt(20));
            arrivals.add(new Arrival(arrival, frame));
        }
        for (int boot = 1; boot <= 2; boot++) {
            Duration began = pause.plusMinutes(5 * (boot - 1));
            for (FrameAnalysis frame : People.history("camera-0", seed + boot, 90)) {
                FrameAnalysis later = People.later(frame, AFTER_PAUSE + boot, began);
                arrivals.add(new Arrival(later.capturedAt(), later));
            }
        }
        arrivals.sort(BY_TIME);
        return arrivals;
    }

    private static void check(List<Arrival> arrivals, Random random, boolean rocksDb) throws Exception {
        AggregateSettings settings = new AggregateSettings(
                Duration.ofSeconds(1 + random.nextInt(100)),
                Duration.ZERO,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                HORIZON,
                QUIET);
        CountingRig.Outputs outputs;
        long heldBytes = HELD_BYTES[random.nextInt(HELD_BYTES.length)];
        try (CountingRig rig = new CountingRig(TRACK, settings, LAYOUTS, rocksDb, heldBytes, People.NOON)) {
            run(rig, arrivals, random);
            outputs = rig.outputs();
        }

        Map<String, List<FrameAnalysis>> byCamera = new HashMap<>();
        arrivals.forEach(arrival -> byCamera.computeIfAbsent(arrival.frame().deviceId(), camera -> new ArrayList<>())
                .add(arrival.frame()));
        BatchCount batch = new BatchCount(
                TrackerParameters.ofVisitGap(GAP),
                new WindowGrid(settings.windowSize(), settings.windowOffset()),
                QUIET,
                LAYOUT);
        assertThat(outputs.letters()).isEmpty();
        for (Map.Entry<String, List<FrameAnalysis>> camera : byCamera.entrySet()) {
            BatchOutcome truth = truth(batch, camera.getValue());
            assertSame(
                    inOrder(of(camera.getKey(), outputs.frames(), TrackedFrame::deviceId)),
                    truth.frames().stream().map(TrackedFrame::analysis).toList());
            assertSame(longest(of(camera.getKey(), outputs.visits(), Visit::deviceId)), sorted(truth.visits()));
            assertSame(
                    Revisions.newest(of(camera.getKey(), outputs.lake(), CrowdDemographics::deviceId)),
                    truth.windows());
            assertSame(
                    Revisions.newest(of(camera.getKey(), outputs.events(), CrowdDemographics::deviceId)),
                    truth.windows());
        }
        assertRevisionsGrow(outputs.lake());
        assertRevisionsGrow(outputs.events());
    }

    /** What comes from after a pause and what from before are counted each by itself, as if the camera were another one then. */
    private static BatchOutcome truth(BatchCount batch, List<FrameAnalysis> frames) {
        Map<Boolean, List<FrameAnalysis>> parts = frames.stream()
                .collect(Collectors.partitioningBy(frame -> frame.bootId().startsWith(AFTER_PAUSE)));
        BatchOutcome after = batch.count(parts.get(true));
        BatchOutcome before = after.frames().isEmpty() ? batch.count(parts.get(false)) : ended(batch, parts.get(false));
        return new BatchOutcome(
                joined(before.frames(), after.frames()),
                joined(before.visits(), after.visits()),
                joined(before.windows(), after.windows()));
    }

    /** Of a backlog it is known that no further frame comes, which a frame long after the last one says here. */
    private static BatchOutcome ended(BatchCount batch, List<FrameAnalysis> frames) {
        if (frames.isEmpty()) {
            return batch.count(frames);
        }
        FrameAnalysis last = frames.stream().max(BatchCount.CAPTURE_ORDER).orElseThrow();
        FrameAnalysis later = People.later(last.withFaces(List.of()), "much-later", Duration.ofMinutes(4));
        BatchOutcome all = batch.count(joined(frames, List.of(later)));
        return new BatchOutcome(
                all.frames().subList(0, all.frames().size() - 1),
                all.visits(),
                all.windows().stream()
                        .filter(window -> !window.windowStart().isAfter(last.capturedAt()))
                        .toList());
    }

    private static <T> List<T> joined(List<T> before, List<T> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    /** All but a backlog comes out in order by itself. */
    private static List<FrameAnalysis> inOrder(List<TrackedFrame> frames) {
        List<FrameAnalysis> backlog = analyses(frames, true);
        List<FrameAnalysis> all = analyses(frames, false);
        if (!backlog.isEmpty()) {
            assertThat(backlog).isSortedAccordingTo(BatchCount.CAPTURE_ORDER);
            assertThat(all).isSortedAccordingTo(BatchCount.CAPTURE_ORDER);
            all = Stream.concat(all.stream(), backlog.stream())
                    .sorted(BatchCount.CAPTURE_ORDER)
                    .toList();
        }
        return all;
    }

    private static List<FrameAnalysis> analyses(List<TrackedFrame> frames, boolean backlog) {
        return frames.stream()
                .filter(frame -> frame.backlog() == backlog)
                .map(TrackedFrame::analysis)
                .toList();
    }

    private static void run(CountingRig rig, List<Arrival> arrivals, Random random) throws Exception {
        int checkpointed = 0;
        int crashesLeft = 2;
        Instant now = People.NOON;
        for (int next = 0; next < arrivals.size(); next++) {
            Arrival arrival = arrivals.get(next);
            now = arrival.time().isAfter(now) ? arrival.time() : now;
            rig.turnTo(now);
            rig.send(arrival.frame());
            if (random.nextInt(60) == 0) {
                checkpointed = next + 1;
                rig.checkpoint(checkpointed);
            }
            if (crashesLeft > 0 && random.nextInt(150) == 0) {
                crashesLeft--;
                rig.crash(now);
                next = checkpointed - 1;
            }
        }
        if (random.nextBoolean()) {
            rig.end();
        } else {
            rig.turnTo(now.plus(Duration.ofMinutes(10)));
        }
    }

    private static <T> List<T> of(String camera, List<T> outputs, Function<T, String> deviceId) {
        return outputs.stream()
                .filter(output -> deviceId.apply(output).equals(camera))
                .toList();
    }

    /** A visit that went on after a silence was announced twice; the longer one holds. */
    private static List<Visit> longest(List<Visit> visits) {
        Map<String, Visit> byId = new HashMap<>();
        visits.forEach(visit ->
                byId.merge(visit.visitId(), visit, (one, other) -> one.frames() > other.frames() ? one : other));
        return sorted(byId.values());
    }

    private static List<Visit> sorted(Collection<Visit> visits) {
        return visits.stream().sorted(Comparator.comparing(Visit::visitId)).toList();
    }

    /** One after the other, since a difference of two long lists is hard to read. */
    private static void assertSame(List<?> stream, List<?> batch) {
        for (int index = 0; index < Math.min(stream.size(), batch.size()); index++) {
            assertThat(stream.get(index)).as("at %d", index).isEqualTo(batch.get(index));
        }
        assertThat(stream.size()).isEqualTo(batch.size());
    }

    private static void assertRevisionsGrow(List<CrowdDemographics> revisions) {
        Map<List<Object>, Long> newest = new HashMap<>();
        for (CrowdDemographics row : revisions) {
            Long before = newest.put(List.of(row.deviceId(), row.windowStart()), row.revision());
            assertThat(row.revision()).isGreaterThan(before == null ? 0 : before);
        }
    }

    private record Arrival(Instant time, FrameAnalysis frame) {}
}
