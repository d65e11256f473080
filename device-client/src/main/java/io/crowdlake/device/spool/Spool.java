package io.crowdlake.device.spool;

import io.crowdlake.contracts.CameraFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The frames of one camera that the hub has not accepted yet, on the camera's disk, oldest first. They survive a kill at any moment, and from
 * {@link #force()} on a power cut. When the limits are reached the oldest are dropped and counted. Safe for many threads.
 *
 * <p>A folder holds files of consecutive records, named after the index of their first, and the file {@code head} with the index of the first that
 * still waits. The latter is not forced to the disk: after a power cut some frames may go out again, which the job recognises.
 */
public final class Spool implements AutoCloseable {

    private static final String SUFFIX = ".frames";

    /**
     * A frame that waits.
     *
     * @param index counts all frames that ever waited
     */
    public record Waiting(long index, CameraFrame frame) {}

    private final String deviceId;
    private final Path folder;
    private final SpoolLimits limits;
    private final Clock clock;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final FileChannel headFile;
    private long head;
    private long next;
    private long dropped;

    private Spool(String deviceId, Path folder, SpoolLimits limits, Clock clock, FileChannel headFile) {
        this.deviceId = deviceId;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.headFile = headFile;
    }

    /** Opens the folder of a camera, or creates it; what an earlier start has left waits. */
    public static Spool open(String deviceId, Path folder, SpoolLimits limits, Clock clock) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel headFile = FileChannel.open(
                folder.resolve("head"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Spool spool = new Spool(deviceId, folder, limits, clock, headFile);
        spool.recover();
        return spool;
    }

    private void recover() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
            // a file that the power cut shortened leaves a gap, behind which the next one goes on
            segments.add(Segment.open(file, first));
        }
        ByteBuffer stored = ByteBuffer.allocate(Long.BYTES);
        headFile.read(stored, 0);
        next = segments.isEmpty() ? 0 : segments.getLast().next();
        head = stored.position() == Long.BYTES ? stored.flip().getLong() : 0;
        if (segments.isEmpty()) {
            next = Math.max(head, 0);
        } else if (head < segments.getFirst().first() || head > next) {
            head = segments.getFirst().first();
        }
        deleteSent();
    }

    /**
     * Adds a frame.
     *
     * @return its index
     * @throws IOException when the disk is full or broken; the spool is as before then
     */
    public synchronized long append(CameraFrame frame) throws IOException {
        byte[] bytes = FrameCodec.write(frame);
        dropOld();
        while (!segments.isEmpty() && bytes() + bytes.length > limits.maxBytes()) {
            dropFirst();
        }
        if (segments.isEmpty() || segments.getLast().bytes() >= limits.segmentBytes()) {
            if (!segments.isEmpty()) {
                segments.getLast().force();
            }
            segments.add(Segment.open(folder.resolve(String.format("%019d%s", next, SUFFIX)), next));
        }
        segments.getLast().append(clock.millis(), bytes);
        return next++;
    }

    /** Frames from an index on, oldest first, at most so many. */
    public synchronized List<Waiting> read(long from, int most) throws IOException {
        dropOld();
        List<Waiting> waiting = new ArrayList<>();
        for (Segment segment : segments) {
            for (long index = Math.max(Math.max(from, head), segment.first());
                    index < segment.next() && waiting.size() < most;
                    index++) {
                waiting.add(new Waiting(
                        index, FrameCodec.read(deviceId, segment.read(index).bytes())));
            }
        }
        return waiting;
    }

    /** Forgets all frames before an index: the hub has them. */
    public synchronized void removeBefore(long index) throws IOException {
        if (index > head) {
            head = Math.min(index, next);
            headFile.write(ByteBuffer.allocate(Long.BYTES).putLong(head).flip(), 0);
            deleteSent();
        }
    }

    /** A file goes when all of it is sent; the last one goes as well when nothing waits, so that an idle camera leaves no picture behind. */
    private void deleteSent() throws IOException {
        while (!segments.isEmpty() && segments.getFirst().next() <= head) {
            segments.removeFirst().delete();
        }
    }

    private void dropOld() throws IOException {
        long oldest = clock.millis() - limits.maxAge().toMillis();
        while (!segments.isEmpty() && segments.getFirst().newestMillis() < oldest) {
            dropFirst();
        }
    }

    private void dropFirst() throws IOException {
        Segment first = segments.removeFirst();
        long lost = first.next() - Math.max(head, first.first());
        dropped += Math.max(0, lost);
        head = Math.max(head, first.next());
        headFile.write(ByteBuffer.allocate(Long.BYTES).putLong(head).flip(), 0);
        first.delete();
    }

    /** Makes all that waits survive a power cut. */
    public synchronized void force() throws IOException {
        if (!segments.isEmpty()) {
            segments.getLast().force();
        }
    }

    /** Index of the oldest frame that waits. */
    public synchronized long head() {
        return head;
    }

    /** Frames that wait. */
    public synchronized long waiting() {
        long count = 0;
        for (Segment segment : segments) {
            count += Math.max(0, segment.next() - Math.max(head, segment.first()));
        }
        return count;
    }

    /** Frames given up since this start, since there was no room or they were too old. */
    public synchronized long dropped() {
        return dropped;
    }

    /** On the disk. */
    public synchronized long bytes() {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }

    @Override
    public synchronized void close() throws IOException {
        for (Segment segment : segments) {
            segment.force();
            segment.close();
        }
        headFile.close();
    }
}
