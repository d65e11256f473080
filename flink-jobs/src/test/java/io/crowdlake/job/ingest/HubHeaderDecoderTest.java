package io.crowdlake.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class HubHeaderDecoderTest {

    private static final String NAME = "header";

    @Property(tries = 300)
    void textIsReadInEveryEncoding(@ForAll("texts") String text) {
        List<Function<String, byte[]>> encodings =
                List.of(Amqp::utf8, Amqp::string8, Amqp::string32, Amqp::symbol8, Amqp::symbol32);
        assertThat(encodings)
                .allSatisfy(encoding ->
                        assertThat(decoder(encoding.apply(text)).text(NAME)).contains(text));
    }

    @Property(tries = 300)
    void wholeNumberIsReadInEveryEncodingThatHoldsIt(@ForAll long value) {
        assertNumber(value, Amqp.utf8("" + value), Amqp.string8("" + value), Amqp.number64(0x81, value));
        if (value >= 0) {
            assertNumber(value, Amqp.number64(0x80, value));
        }
    }

    @Property(tries = 100)
    void smallNumberIsReadInEveryEncodingThatHoldsIt(@ForAll @LongRange(min = 0, max = 127) long value) {
        int small = (int) value;
        assertNumber(
                value,
                Amqp.number8(0x50, small),
                Amqp.number8(0x51, small),
                Amqp.number8(0x52, small),
                Amqp.number8(0x53, small),
                Amqp.number8(0x54, small),
                Amqp.number8(0x55, small),
                Amqp.number16(0x60, (short) small),
                Amqp.number16(0x61, (short) small),
                Amqp.number32(0x70, small),
                Amqp.number32(0x71, small));
    }

    @Example
    void numbersAtTheirEdges() {
        assertNumber(0, Amqp.codeOnly(0x43), Amqp.codeOnly(0x44));
        assertNumber(255, Amqp.number8(0x50, 255), Amqp.number8(0x52, 255), Amqp.number8(0x53, 255));
        assertNumber(-1, Amqp.number8(0x51, 255), Amqp.number8(0x54, 255), Amqp.number8(0x55, 255));
        assertNumber(65_535, Amqp.number16(0x60, (short) -1));
        assertNumber(-1, Amqp.number16(0x61, (short) -1));
        assertNumber(4_294_967_295L, Amqp.number32(0x70, -1));
        assertNumber(-1, Amqp.number32(0x71, -1));
    }

    @Property(tries = 300)
    void timeIsReadInEveryEncoding(@ForAll("times") Instant time) {
        List<byte[]> encodings = List.of(
                Amqp.timestamp(time),
                Amqp.utf8(time.toString()),
                Amqp.string8(time.toString()),
                Amqp.utf8("" + time.toEpochMilli()),
                Amqp.number64(0x81, time.toEpochMilli()));
        assertThat(encodings)
                .allSatisfy(bytes -> assertThat(decoder(bytes).instant(NAME)).contains(time));
    }

    @Example
    void timeMayHaveAnotherZone() {
        assertThat(decoder(Amqp.utf8("2026-03-01T11:00:00.123456+01:00")).instant(NAME))
                .contains(Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    @Example
    void flagIsReadInEveryEncoding() {
        for (byte[] yes :
                List.of(Amqp.codeOnly(0x41), Amqp.number8(0x56, 1), Amqp.utf8("True"), Amqp.string8("true"))) {
            assertThat(decoder(yes).flag(NAME)).contains(true);
        }
        for (byte[] no : List.of(Amqp.codeOnly(0x42), Amqp.number8(0x56, 0), Amqp.utf8("false"))) {
            assertThat(decoder(no).flag(NAME)).contains(false);
        }
    }

    /** Letters such as S and U are codes of numbers too; an id may begin with them. */
    @Example
    void textOfLettersIsNoNumber() {
        for (String id : List.of("S1", "U2", "T", "C", "D", "R9", "P1", "Q1", "p1234", "q1234", "a12", "`12")) {
            assertThat(decoder(Amqp.utf8(id)).text(NAME)).contains(id);
        }
    }

    @Example
    void missingEmptyAndBlankAreAbsent() {
        assertThat(new HubHeaderDecoder(new RecordHeaders()).text(NAME)).isEmpty();
        assertThat(decoder(null).number(NAME)).isEmpty();
        assertThat(decoder(new byte[0]).instant(NAME)).isEmpty();
        assertThat(decoder(Amqp.utf8("  ")).text(NAME)).isEmpty();
        assertThat(decoder(Amqp.string8("")).text(NAME)).isEmpty();
    }

    @Example
    void theLastOfTwoCounts() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(NAME, Amqp.utf8("first")).add(NAME, Amqp.utf8("second"));
        assertThat(new HubHeaderDecoder(headers).text(NAME)).contains("second");
    }

    @Example
    void whatCannotBeReadNamesTheHeader() {
        assertUnreadable(() -> decoder(new byte[] {(byte) 0xa1, 5, 'a'}).text(NAME), "must have 5");
        assertUnreadable(() -> decoder(new byte[] {(byte) 0xb1, 0, 0}).text(NAME), "cut off");
        assertUnreadable(() -> decoder(new byte[] {(byte) 0xff, 'a'}).text(NAME), "no UTF-8");
        assertUnreadable(() -> decoder(new byte[] {(byte) 0x83, 1, 2}).instant(NAME), "cut off");
        assertUnreadable(() -> decoder(new byte[] {0x53, 1, 2}).number(NAME), "1 bytes too many");
        assertUnreadable(() -> decoder(Amqp.number64(0x80, -1)).number(NAME), "must fit into 63 bits");
        assertUnreadable(() -> decoder(Amqp.utf8("twelve")).number(NAME), "must be a whole number");
        assertUnreadable(() -> decoder(Amqp.utf8("yes")).flag(NAME), "must be true or false");
        assertUnreadable(() -> decoder(Amqp.utf8("yesterday")).instant(NAME), "must be a time such as");
        assertUnreadable(() -> decoder(Amqp.utf8("2026-03-01T10:00:00")).instant(NAME), "must be a time such as");
        assertUnreadable(() -> decoder(Amqp.utf8("99999999999999999999")).instant(NAME), "must be a time such as");
        assertUnreadable(() -> decoder(Amqp.number64(0x81, Long.MAX_VALUE)).instant(NAME), "years 1 to 9999");
    }

    @Property(tries = 2000)
    void noBytesMakeItFailOtherwise(@ForAll @Size(max = 12) byte[] bytes) {
        HubHeaderDecoder decoder = decoder(bytes);
        for (Runnable read : List.<Runnable>of(
                () -> decoder.text(NAME),
                () -> decoder.number(NAME),
                () -> decoder.instant(NAME),
                () -> decoder.flag(NAME))) {
            try {
                read.run();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("header " + NAME + " cannot be read: ");
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(text -> !text.isBlank() && text.equals(new String(Amqp.utf8(text), StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    private static void assertNumber(long value, byte[]... encodings) {
        assertThat(List.of(encodings))
                .allSatisfy(bytes -> assertThat(decoder(bytes).number(NAME)).contains(value));
    }

    private static void assertUnreadable(ThrowingCallable read, String why) {
        assertThatThrownBy(read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("header header cannot be read: ")
                .hasMessageContaining(why);
    }

    private static HubHeaderDecoder decoder(byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(NAME, value);
        return new HubHeaderDecoder(headers);
    }
}
