package io.crowdlake.job.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Encodes values as the hub's senders do. */
public final class Amqp {

    private Amqp() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] string8(String text) {
        return text8(0xa1, text);
    }

    public static byte[] string32(String text) {
        return text32(0xb1, text);
    }

    public static byte[] symbol8(String text) {
        return text8(0xa3, text);
    }

    public static byte[] symbol32(String text) {
        return text32(0xb3, text);
    }

    public static byte[] timestamp(Instant time) {
        return eight(0x83, time.toEpochMilli());
    }

    public static byte[] number64(int code, long value) {
        return eight(code, value);
    }

    public static byte[] number32(int code, int value) {
        return ByteBuffer.allocate(5).put((byte) code).putInt(value).array();
    }

    public static byte[] number16(int code, short value) {
        return ByteBuffer.allocate(3).put((byte) code).putShort(value).array();
    }

    public static byte[] number8(int code, int value) {
        return new byte[] {(byte) code, (byte) value};
    }

    public static byte[] codeOnly(int code) {
        return new byte[] {(byte) code};
    }

    private static byte[] text8(int code, String text) {
        byte[] bytes = utf8(text);
        return ByteBuffer.allocate(2 + bytes.length)
                .put((byte) code)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] text32(int code, String text) {
        byte[] bytes = utf8(text);
        return ByteBuffer.allocate(5 + bytes.length)
                .put((byte) code)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] eight(int code, long value) {
        return ByteBuffer.allocate(9).put((byte) code).putLong(value).array();
    }
}
