package io.crowdlake.job.ingest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The primitive values of AMQP 1.0 that the hub puts into headers: a code byte, then the value, big-endian.
 *
 * <p>Codes from 0x80 on can never begin a text in UTF-8; those below are letters as well, so that only a reader that expects a number may take
 * them for a code.
 */
final class AmqpPrimitive {

    private static final int TRUE = 0x41;
    private static final int FALSE = 0x42;
    private static final int UINT_0 = 0x43;
    private static final int ULONG_0 = 0x44;
    private static final int UBYTE = 0x50;
    private static final int BYTE = 0x51;
    private static final int SMALL_UINT = 0x52;
    private static final int SMALL_ULONG = 0x53;
    private static final int SMALL_INT = 0x54;
    private static final int SMALL_LONG = 0x55;
    private static final int BOOLEAN = 0x56;
    private static final int USHORT = 0x60;
    private static final int SHORT = 0x61;
    private static final int UINT = 0x70;
    private static final int INT = 0x71;
    private static final int ULONG = 0x80;
    private static final int LONG = 0x81;
    private static final int TIMESTAMP = 0x83;
    private static final int STRING_8 = 0xa1;
    private static final int SYMBOL_8 = 0xa3;
    private static final int STRING_32 = 0xb1;
    private static final int SYMBOL_32 = 0xb3;

    private AmqpPrimitive() {}

    /** Whether the value is a string or symbol. */
    static boolean isText(byte[] value) {
        return switch (code(value)) {
            case STRING_8, SYMBOL_8, STRING_32, SYMBOL_32 -> true;
            default -> false;
        };
    }

    /** Whether the value is a whole number or a timestamp. */
    static boolean isNumber(byte[] value) {
        return switch (code(value)) {
            case UINT_0, ULONG_0, UBYTE, BYTE, SMALL_UINT, SMALL_ULONG, SMALL_INT, SMALL_LONG -> true;
            case USHORT, SHORT, UINT, INT, ULONG, LONG, TIMESTAMP -> true;
            default -> false;
        };
    }

    /** Whether the value is a boolean. */
    static boolean isFlag(byte[] value) {
        return switch (code(value)) {
            case TRUE, FALSE, BOOLEAN -> true;
            default -> false;
        };
    }

    /** The text of a string or symbol; throws IllegalArgumentException when it is cut off or no UTF-8. */
    static String text(byte[] value) {
        return read(value, body -> {
            int length = code(value) == STRING_8 || code(value) == SYMBOL_8 ? body.get() & 0xff : body.getInt();
            if (length != body.remaining()) {
                throw new IllegalArgumentException(
                        "AMQP text has " + body.remaining() + " bytes, must have " + Integer.toUnsignedString(length));
            }
            return utf8(body);
        });
    }

    /** The whole number, or the milliseconds of a timestamp; throws IllegalArgumentException when it is cut off or beyond 63 bits. */
    static long number(byte[] value) {
        return read(value, body -> switch (code(value)) {
            case UINT_0, ULONG_0 -> 0L;
            case UBYTE, SMALL_UINT, SMALL_ULONG -> body.get() & 0xffL;
            case BYTE, SMALL_INT, SMALL_LONG -> (long) body.get();
            case USHORT -> body.getShort() & 0xffffL;
            case SHORT -> (long) body.getShort();
            case UINT -> body.getInt() & 0xffffffffL;
            case INT -> (long) body.getInt();
            case ULONG -> notNegative(body.getLong());
            case LONG, TIMESTAMP -> body.getLong();
            default -> throw new IllegalArgumentException("AMQP value is no number");
        });
    }

    /** The boolean; throws IllegalArgumentException when it is cut off. */
    static boolean flag(byte[] value) {
        return read(value, body -> code(value) == BOOLEAN ? body.get() != 0 : code(value) == TRUE);
    }

    /** Strictly UTF-8; throws IllegalArgumentException otherwise. */
    static String utf8(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text is no UTF-8", e);
        }
    }

    private static int code(byte[] value) {
        return value.length == 0 ? -1 : value[0] & 0xff;
    }

    private static long notNegative(long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "AMQP ulong is " + Long.toUnsignedString(value) + ", must fit into 63 bits");
        }
        return value;
    }

    private interface Body<T> {
        T read(ByteBuffer body);
    }

    private static <T> T read(byte[] value, Body<T> reader) {
        ByteBuffer body = ByteBuffer.wrap(value, 1, value.length - 1);
        T result;
        try {
            result = reader.read(body);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("AMQP value is cut off", e);
        }
        if (body.hasRemaining()) {
            throw new IllegalArgumentException("AMQP value has " + body.remaining() + " bytes too many");
        }
        return result;
    }
}
