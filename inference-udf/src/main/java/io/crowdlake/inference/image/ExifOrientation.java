package io.crowdlake.inference.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** Finds the one EXIF field that matters here: which side of the picture is up. A broken EXIF block says nothing. */
final class ExifOrientation {

    private static final byte[] SIGNATURE = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** The orientation, 1..8, in a segment's content from one index up to another. */
    static OptionalInt of(byte[] jpeg, int from, int to) {
        int tiff = from + SIGNATURE.length;
        if (to - tiff < 8 || !Arrays.equals(jpeg, from, tiff, SIGNATURE, 0, SIGNATURE.length)) {
            return OptionalInt.empty();
        }
        ByteBuffer block = ByteBuffer.wrap(jpeg, tiff, to - tiff).slice();
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(block.getInt(4));
        if (directory + 2 > block.limit()) {
            return OptionalInt.empty();
        }
        int entries = Short.toUnsignedInt(block.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > block.limit()) {
                return OptionalInt.empty();
            }
            if (Short.toUnsignedInt(block.getShort(entry)) == TAG) {
                int value = block.getShort(entry + 8);
                return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
