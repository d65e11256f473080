package io.crowdlake.job.ingest;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Reads the headers of one message. The hub hands a header on as the sender encoded it: AMQP 1.0 by way of AMQP, plain UTF-8 text by way of
 * Kafka or a stand-in, so both are read. Empty texts count as missing.
 *
 * <p>Every method throws IllegalArgumentException with one line, which names the header, when it is there but cannot be read.
 */
final class HubHeaderDecoder {

    /** A table's timestamp has microseconds in 64 bits and SQL knows the years 1 to 9999; nothing outside gets further than here. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Headers headers;

    HubHeaderDecoder(Headers headers) {
        this.headers = headers;
    }

    Optional<String> text(String name) {
        return value(name).map(bytes -> read(name, () -> textOf(bytes))).filter(text -> !text.isBlank());
    }

    Optional<Long> number(String name) {
        return value(name).map(bytes -> read(name, () -> numberOf(bytes)));
    }

    Optional<Boolean> flag(String name) {
        return value(name).map(bytes -> read(name, () -> flagOf(bytes)));
    }

    /** An AMQP timestamp, milliseconds since 1970 as a number or text, or ISO-8601 with a zone. */
    Optional<Instant> instant(String name) {
        return value(name).map(bytes -> read(name, () -> instantOf(bytes)));
    }

    private Optional<byte[]> value(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
                ? Optional.empty()
                : Optional.of(header.value());
    }

    private static String textOf(byte[] bytes) {
        return AmqpPrimitive.isText(bytes) ? AmqpPrimitive.text(bytes) : AmqpPrimitive.utf8(ByteBuffer.wrap(bytes));
    }

    private static long numberOf(byte[] bytes) {
        if (AmqpPrimitive.isNumber(bytes)) {
            return AmqpPrimitive.number(bytes);
        }
        String text = textOf(bytes).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static boolean flagOf(byte[] bytes) {
        if (AmqpPrimitive.isFlag(bytes)) {
            return AmqpPrimitive.flag(bytes);
        }
        return switch (textOf(bytes).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static Instant instantOf(byte[] bytes) {
        Instant instant = AmqpPrimitive.isNumber(bytes)
                ? Instant.ofEpochMilli(AmqpPrimitive.number(bytes))
                : instantOf(textOf(bytes).strip());
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("must be within the years 1 to 9999");
        }
        return instant;
    }

    private static Instant instantOf(String text) {
        try {
            return text.matches("[+-]?\\d+")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("must be a time such as 2026-01-31T12:00:00.000Z, or milliseconds", e);
        }
    }

    private interface Value<T> {
        T read();
    }

    private static <T> T read(String name, Value<T> value) {
        try {
            return value.read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("header " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
