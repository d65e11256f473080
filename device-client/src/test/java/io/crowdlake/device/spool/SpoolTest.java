package io.crowdlake.device.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final SpoolLimits LIMITS = new SpoolLimits(1 << 20, Duration.ofHours(1));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = new SetClock();

    @Test
    void framesComeBackWholeAndInOrder() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 50; i++) {
                assertThat(spool.append(frame(i, 3000))).isEqualTo(i);
            }
            assertThat(sequences(spool.read(0, 100))).hasSize(50).isSorted();
            CameraFrame seventh = spool.read(7, 1).get(0).frame();
            assertThat(seventh).usingRecursiveComparison().isEqualTo(frame(7, 3000));
            assertThat(spool.waiting()).isEqualTo(50);
        }
    }

    @Test
    void anotherStartGoesOnWhereThisOneStood() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 50; i++) {
                spool.append(frame(i, 3000));
            }
            spool.removeBefore(20);
        }
        try (Spool spool = open()) {
            assertThat(sequences(spool.read(0, 100))).hasSize(30).startsWith(20L);
            assertThat(spool.append(frame(50, 10))).isEqualTo(50);
            spool.removeBefore(51);
            assertThat(spool.waiting()).isZero();
        }
        try (Spool spool = open()) {
            assertThat(spool.append(frame(51, 10))).as("indexes go on").isEqualTo(51);
        }
    }

    @Test
    void whatIsSentLeavesTheDisk() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 10; i++) {
                spool.append(frame(i, 3000));
            }
            spool.removeBefore(10);
            assertThat(files()).containsExactly("head");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spoolFolder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theOldestAreDroppedWhenTheDisksShareIsUsedUp() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 500; i++) {
                spool.append(frame(i, 5000));
                assertThat(spool.bytes()).isLessThanOrEqualTo(LIMITS.maxBytes());
            }
            List<Long> left = sequences(spool.read(0, 1000));
            assertThat(left).isSorted().endsWith(499L).hasSizeGreaterThan(150);
            assertThat(spool.dropped()).isEqualTo(500 - left.size());
            assertThat(spool.waiting()).isEqualTo(left.size());
        }
    }

    @Test
    void whatIsTooOldIsDropped() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 40; i++) {
                spool.append(frame(i, 5000));
                now = now.plus(Duration.ofMinutes(3));
            }
            List<Long> left = sequences(spool.read(0, 100));
            // a file goes when its newest frame is too old
            assertThat(left).endsWith(39L).hasSizeBetween(19, 35);
            assertThat(spool.dropped()).isEqualTo(40 - left.size());
        }
    }

    @Test
    void aHalfWrittenFrameIsCutOff() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 5; i++) {
                spool.append(frame(i, 1000));
            }
        }
        Path file = spoolFolder().resolve("0000000000000000000.frames");
        long whole = Files.size(file);
        for (long cut = 1; cut < 1000; cut += 97) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(whole - cut);
            }
            try (Spool spool = open()) {
                assertThat(sequences(spool.read(0, 100))).containsExactly(0L, 1L, 2L, 3L);
                assertThat(spool.append(frame(4, 1000))).isEqualTo(4);
                assertThat(Files.size(file)).isEqualTo(whole);
            }
        }
    }

    @Test
    void aFrameWithAWrongBitIsCutOffWithAllBehindIt() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 5; i++) {
                spool.append(frame(i, 1000));
            }
        }
        Path file = spoolFolder().resolve("0000000000000000000.frames");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(Files.size(file) / 2);
            bytes.write(0x55);
        }
        try (Spool spool = open()) {
            assertThat(sequences(spool.read(0, 100))).containsExactly(0L, 1L);
        }
    }

    @Test
    void aHeadThatIsLostSendsAgainRatherThanLoses() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 5; i++) {
                spool.append(frame(i, 1000));
            }
            spool.removeBefore(3);
        }
        Files.write(spoolFolder().resolve("head"), new byte[] {1, 2});
        try (Spool spool = open()) {
            assertThat(sequences(spool.read(0, 100))).containsExactly(0L, 1L, 2L, 3L, 4L);
        }
    }

    @Test
    void limitsThatMakeNoSense() {
        assertThatThrownBy(() -> new SpoolLimits(1000, Duration.ofHours(1)))
                .hasMessage("maxBytes is 1000, must be at least 1048576");
        assertThatThrownBy(() -> new SpoolLimits(1 << 20, Duration.ZERO)).hasMessage("maxAge is PT0S, must be above 0");
    }

    private Spool open() throws IOException {
        return Spool.open("door", spoolFolder(), LIMITS, clock);
    }

    private Path spoolFolder() {
        return folder.resolve("spool");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(spoolFolder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Long> sequences(List<Spool.Waiting> waiting) {
        List<Long> sequences = new ArrayList<>();
        waiting.forEach(one -> sequences.add(one.frame().sequence()));
        return sequences;
    }

    static CameraFrame frame(long sequence, int bytes) {
        byte[] payload = new byte[bytes];
        payload[0] = (byte) sequence;
        return new CameraFrame(
                "door",
                "boot-7",
                sequence,
                Instant.parse("2026-03-01T11:59:59.123456789Z").plusMillis(sequence),
                null,
                "camframe-analysis",
                "image/jpeg",
                payload,
                null);
    }

    private final class SetClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
