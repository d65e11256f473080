package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.spool.Spool;
import io.crowdlake.device.spool.SpoolLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SpoolingPublisherTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    private final UnsteadyHub hub = new UnsteadyHub();

    @Test
    void framesThatCameWhileTheHubWasAwayGoOutInOrder() throws Exception {
        hub.away = true;
        try (SpoolingPublisher publisher = open()) {
            List<CompletableFuture<Void>> accepted = publish(publisher, 0, 100);
            assertThat(accepted).noneMatch(CompletableFuture::isDone);
            hub.away = false;
            assertThat(all(accepted)).succeedsWithin(LONG);
        }
        assertThat(hub.sequences()).hasSize(100).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftGoesOutAfterTheNextStartBeforeWhatIsNew() throws Exception {
        try (Spool spool = spool()) {
            for (int i = 0; i < 20; i++) {
                spool.append(frame(i, 100));
            }
        }
        try (SpoolingPublisher publisher = open()) {
            assertThat(all(publish(publisher, 20, 5, 100))).succeedsWithin(LONG);
        }
        assertThat(hub.sequences()).hasSize(25).isSorted().doesNotHaveDuplicates();
        try (Spool spool = spool()) {
            assertThat(spool.waiting()).isZero();
        }
    }

    @Test
    void aHubThatComesWhileABatchGoesOutGetsTheFirstFrameFirst() throws Exception {
        try (Spool spool = spool()) {
            for (int i = 0; i < FramePublisher.FRAMES_AT_A_TIME; i++) {
                spool.append(frame(i, 100));
            }
        }
        hub.failFirst = 2;
        try (SpoolingPublisher publisher = open()) {
            assertThat(all(publish(publisher, FramePublisher.FRAMES_AT_A_TIME, 1, 100)))
                    .succeedsWithin(LONG);
        }
        assertThat(hub.sequences()).hasSize(9).isSorted();
    }

    @Test
    void aHubThatTakesOneAtATimeGetsThemInOrderHoweverOftenItFails() throws Exception {
        hub.atATime = 1;
        hub.failEvery = 3;
        try (SpoolingPublisher publisher = open()) {
            assertThat(all(publish(publisher, 0, 20))).succeedsWithin(LONG);
        }
        assertThat(hub.sequences()).hasSize(20).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aHubThatFailsNowAndThenMissesNothing() throws Exception {
        hub.failEvery = 7;
        try (SpoolingPublisher publisher = open()) {
            assertThat(all(publish(publisher, 0, 60))).succeedsWithin(LONG);
        }
        assertThat(hub.sequences().stream().distinct().sorted().toList()).hasSize(60);
    }

    @Test
    void aFrameThatIsRefusedForGoodDoesNotHoldUpTheOthers() throws Exception {
        hub.refused = 3;
        try (SpoolingPublisher publisher = open()) {
            List<CompletableFuture<Void>> accepted = publish(publisher, 0, 10);
            assertThat(accepted.get(9)).succeedsWithin(LONG);
            assertThat(accepted.get(3))
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withMessageContaining("too large for the hub");
        }
        assertThat(hub.sequences()).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void whatIsDroppedIsCountedAndItsSenderIsTold() throws Exception {
        hub.away = true;
        Spool spool = Spool.open("door", folder, new SpoolLimits(1 << 20, Duration.ofHours(1)), Clock.systemUTC());
        try (SpoolingPublisher publisher = new SpoolingPublisher("door", spool, hub)) {
            List<CompletableFuture<Void>> accepted = publish(publisher, 0, 300, 10_000);
            assertThat(publisher.dropped()).isPositive();
            hub.away = false;
            assertThat(accepted.get(299)).succeedsWithin(LONG);
            assertThat(accepted.get(50))
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withMessageContaining("the oldest frames that wait are dropped");
        }
    }

    @Test
    void aFullDiskLosesWhatComesAndNothingThatWaits() throws Exception {
        hub.away = true;
        Spool spool = Spool.open("door", folder, new SpoolLimits(1 << 20, Duration.ofHours(1)), Clock.systemUTC());
        // of 64 KB a file; the second one finds no room
        Path full = folder.resolve(String.format("%019d.frames", 7));
        Files.createSymbolicLink(full, Path.of("/dev/full"));
        try (SpoolingPublisher publisher = new SpoolingPublisher("door", spool, hub)) {
            List<CompletableFuture<Void>> accepted = publish(publisher, 0, 9, 10_000);
            for (CompletableFuture<Void> lost : accepted.subList(7, 9)) {
                assertThat(lost)
                        .failsWithin(LONG)
                        .withThrowableThat()
                        .withMessageContaining(
                                "a frame cannot be kept for the hub, and is lost: No space left on device");
            }
            hub.away = false;
            assertThat(all(accepted.subList(0, 7))).succeedsWithin(LONG);
            while (Files.exists(full, LinkOption.NOFOLLOW_LINKS)) {
                Thread.sleep(10);
            }
            assertThat(all(publish(publisher, 9, 1, 10_000)))
                    .as("there is room again")
                    .succeedsWithin(LONG);
        }
        assertThat(hub.sequences()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 9L);
    }

    private SpoolingPublisher open() throws IOException {
        return new SpoolingPublisher("door", spool(), hub);
    }

    private Spool spool() throws IOException {
        return Spool.open("door", folder, SpoolLimits.DEFAULT, Clock.systemUTC());
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private static List<CompletableFuture<Void>> publish(SpoolingPublisher publisher, int from, int count) {
        return publish(publisher, from, count, 100);
    }

    private static List<CompletableFuture<Void>> publish(SpoolingPublisher publisher, int from, int count, int bytes) {
        List<CompletableFuture<Void>> accepted = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            accepted.add(publisher.publish(frame(i, bytes)));
        }
        return accepted;
    }

    private static CameraFrame frame(int sequence, int bytes) {
        return new CameraFrame(
                "door",
                "boot",
                sequence,
                Instant.EPOCH.plusSeconds(sequence),
                null,
                "camframe-analysis",
                "image/jpeg",
                new byte[bytes],
                null);
    }

    /** Can be away, can fail every so often, and can refuse one frame for good. */
    private static final class UnsteadyHub implements FramePublisher {

        private final List<CameraFrame> accepted = new CopyOnWriteArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean away;
        private volatile int failEvery = Integer.MAX_VALUE;
        private volatile int failFirst;
        private volatile int atATime = FRAMES_AT_A_TIME;
        private volatile long refused = -1;

        @Override
        public CompletableFuture<Void> publish(CameraFrame frame) {
            int call = calls.incrementAndGet();
            if (away || call <= failFirst || call % failEvery == 0) {
                return CompletableFuture.failedFuture(new IOException("the hub is away"));
            }
            if (frame.sequence() == refused) {
                return CompletableFuture.failedFuture(new FrameRefusedException("too large for the hub"));
            }
            accepted.add(frame);
            return CompletableFuture.runAsync(() -> {});
        }

        @Override
        public CompletableFuture<Void> announce(CameraFrame message) {
            return CompletableFuture.failedFuture(new IOException("no heartbeats here"));
        }

        @Override
        public int framesAtATime() {
            return atATime;
        }

        List<Long> sequences() {
            return accepted.stream().map(CameraFrame::sequence).toList();
        }

        @Override
        public void close() {}
    }
}
