package io.crowdlake.device.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * One file of records, appended to at its end: length, checksum, time of writing in milliseconds, bytes. What a power cut has left half written is
 * cut off when the file is opened.
 */
final class Segment implements AutoCloseable {

    private static final int HEADER = 4 + 4 + 8;

    /** No record is longer, so that a broken length does not ask for all memory. */
    private static final int LONGEST = 16 << 20;

    /** A record as it was read. */
    record Stored(long writtenAtMillis, byte[] bytes) {}

    private final Path file;
    private final FileChannel channel;
    private final long first;
    private final List<Long> offsets = new ArrayList<>();
    private long end;
    private long newestMillis;
    private boolean unforced;

    private Segment(Path file, FileChannel channel, long first) {
        this.file = file;
        this.channel = channel;
        this.first = first;
    }

    /**
     * Opens a file, or begins it.
     *
     * @param first index of its first record
     */
    static Segment open(Path file, long first) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Segment segment = new Segment(file, channel, first);
        try {
            segment.recover();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return segment;
    }

    private void recover() throws IOException {
        long size = channel.size();
        long position = 0;
        while (position + HEADER <= size) {
            Stored record = readAt(position);
            if (record == null) {
                break;
            }
            offsets.add(position);
            newestMillis = record.writtenAtMillis();
            position += HEADER + record.bytes().length;
        }
        end = position;
        if (position < size) {
            channel.truncate(position);
        }
    }

    /** Throws IOException when the disk is full or broken; the segment is as before then. */
    void append(long nowMillis, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + bytes.length);
        buffer.putInt(bytes.length)
                .putInt(checksum(nowMillis, bytes))
                .putLong(nowMillis)
                .put(bytes)
                .flip();
        try {
            long position = end;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
        offsets.add(end);
        end += buffer.limit();
        newestMillis = nowMillis;
        unforced = true;
    }

    Stored read(long index) throws IOException {
        Stored record = readAt(offsets.get((int) (index - first)));
        if (record == null) {
            throw new IOException("record " + index + " of " + file + " is broken");
        }
        return record;
    }

    /** Null where there is no whole record. */
    private Stored readAt(long position) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!fill(header, position)) {
            return null;
        }
        int length = header.getInt();
        int checksum = header.getInt();
        long millis = header.getLong();
        if (length < 0 || length > LONGEST || position + HEADER + length > channel.size()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        boolean whole = fill(bytes, position + HEADER) && checksum(millis, bytes.array()) == checksum;
        return whole ? new Stored(millis, bytes.array()) : null;
    }

    private boolean fill(ByteBuffer buffer, long from) throws IOException {
        long position = from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                return false;
            }
            position += read;
        }
        buffer.flip();
        return true;
    }

    private static int checksum(long millis, byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(8).putLong(millis).flip());
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** Makes what was appended survive a power cut. */
    void force() throws IOException {
        if (unforced) {
            unforced = false;
            channel.force(false);
        }
    }

    long first() {
        return first;
    }

    /** Index behind its last record. */
    long next() {
        return first + offsets.size();
    }

    long bytes() {
        return end;
    }

    long newestMillis() {
        return newestMillis;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
