package io.crowdlake.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.HubHeaders;
import io.crowdlake.contracts.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class HubRecordReaderTest {

    private static final IngestLimits LIMITS =
            new IngestLimits(262_144, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofMinutes(5));
    private static final Origin ORIGIN = new Origin("camera-frames", 3, 1234);

    @Example
    void aRightMessageIsAFrame() {
        CameraFrame frame = read(Messages.right().with(HubHeaders.ENQUEUED_TIME, "2026-03-01T10:00:01Z"))
                .frame();

        assertThat(frame.deviceId()).isEqualTo("entrance-1");
        assertThat(frame.bootId()).isEqualTo("boot-7");
        assertThat(frame.sequence()).isEqualTo(42);
        assertThat(frame.capturedAt()).isEqualTo(Messages.CAPTURED);
        assertThat(frame.enqueuedAt()).isEqualTo("2026-03-01T10:00:01Z");
        assertThat(frame.contentType()).isEqualTo("image/jpeg");
        assertThat(frame.cognitiveType()).isEqualTo("camframe-analysis");
        assertThat(frame.payload()).containsExactly(0xff, 0xd8);
        assertThat(frame.origin()).isEqualTo(ORIGIN);
    }

    @Example
    void amqpEncodedHeadersMakeTheSameFrame() {
        CameraFrame frame = read(Messages.right()
                        .with(HubHeaders.DEVICE_ID, Amqp.string8("entrance-1"))
                        .with(HubHeaders.BOOT_ID, Amqp.string32("boot-7"))
                        .with(HubHeaders.SEQUENCE, Amqp.number8(0x53, 42))
                        .with(HubHeaders.CAPTURED_AT, Amqp.timestamp(Messages.CAPTURED))
                        .with(HubHeaders.ENQUEUED_TIME, Amqp.timestamp(Messages.NOW))
                        .with(HubHeaders.CONTENT_TYPE, Amqp.symbol8("image/jpeg"))
                        .with(HubHeaders.COGNITIVE_TYPE, Amqp.string8("camframe-analysis")))
                .frame();

        assertThat(frame)
                .usingRecursiveComparison()
                .isEqualTo(read(Messages.right().with(HubHeaders.ENQUEUED_TIME, Messages.NOW.toString()))
                        .frame());
    }

    @Example
    void whatMayNotBeTold() {
        assertThat(read(Messages.right()).frame().policy()).isEqualTo(AttributePolicy.ALL);
        assertThat(read(Messages.right().with(HubHeaders.WITHHELD, "age,emotion"))
                        .frame()
                        .policy())
                .isEqualTo(new AttributePolicy(false, true, false, true));
        assertThat(read(Messages.right().with(HubHeaders.WITHHELD, Amqp.string8("gender")))
                        .frame()
                        .policy())
                .isEqualTo(new AttributePolicy(true, false, true, true));
        assertGivenUp(
                Messages.right().with(HubHeaders.WITHHELD, "everything"),
                DeadLetterReason.HEADER_INVALID,
                "header withheld must name age, gender, emotion or recognition",
                "entrance-1");
    }

    @Example
    void withoutDeviceId() {
        assertGivenUp(
                Messages.right().without(HubHeaders.DEVICE_ID),
                DeadLetterReason.DEVICE_ID_MISSING,
                "header iothub-connection-device-id is missing",
                null);
    }

    @Example
    void messageLargerThanTheHubDelivers() {
        DeadLetter letter = assertGivenUp(
                Messages.right().body(new byte[300_000]),
                DeadLetterReason.MESSAGE_TOO_LARGE,
                "body has 300000 bytes, must have at most 262144",
                "entrance-1");
        assertThat(letter.payloadBytes()).isEqualTo(300_000);
        assertThat(read(Messages.right().body(new byte[262_144])).deadLetter()).isNull();
    }

    @Example
    void withoutBody() {
        for (byte[] body : new byte[][] {null, {}}) {
            DeadLetter letter = assertGivenUp(
                    Messages.right().body(body), DeadLetterReason.BODY_EMPTY, "message has no body", "entrance-1");
            assertThat(letter.capturedAt()).isEqualTo(Messages.CAPTURED);
        }
    }

    @Example
    void timesThatCannotBe() {
        for (String time : List.of("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "2026-03-01T10:05:05.001Z", "0")) {
            assertGivenUp(
                    Messages.right().with(HubHeaders.CAPTURED_AT, time),
                    DeadLetterReason.TIMESTAMP_OUT_OF_RANGE,
                    "must be within 2020-01-01T00:00:00Z and PT5M from now",
                    "entrance-1");
        }
        assertThat(read(Messages.right().with(HubHeaders.CAPTURED_AT, "2026-03-01T10:05:05Z"))
                        .deadLetter())
                .isNull();
        assertThat(read(Messages.right().with(HubHeaders.CAPTURED_AT, "2020-01-01T00:00:00Z"))
                        .deadLetter())
                .isNull();
    }

    @Example
    void headersThatAreMissing() {
        assertGivenUpWithout(HubHeaders.BOOT_ID, DeadLetterReason.HEADER_INVALID);
        assertGivenUpWithout(HubHeaders.SEQUENCE, DeadLetterReason.HEADER_INVALID);
        assertGivenUpWithout(HubHeaders.CAPTURED_AT, DeadLetterReason.HEADER_INVALID);
        assertGivenUpWithout(HubHeaders.COGNITIVE_TYPE, DeadLetterReason.COGNITIVE_TYPE_UNKNOWN);
        assertGivenUpWithout(HubHeaders.CONTENT_TYPE, DeadLetterReason.CONTENT_TYPE_UNSUPPORTED);
    }

    @Example
    void headersThatCannotBeRead() {
        assertGivenUp(
                Messages.right().with(HubHeaders.SEQUENCE, "twelve"),
                DeadLetterReason.HEADER_INVALID,
                "header sequence cannot be read: must be a whole number",
                "entrance-1");
        assertGivenUp(
                Messages.right().with(HubHeaders.SEQUENCE, "-1"),
                DeadLetterReason.HEADER_INVALID,
                "sequence is -1, must not be negative",
                "entrance-1");
        assertGivenUp(
                Messages.right().with(HubHeaders.CAPTURED_AT, "noon"),
                DeadLetterReason.HEADER_INVALID,
                "header captured-at cannot be read",
                "entrance-1");
        assertGivenUp(
                Messages.right().with(HubHeaders.DEVICE_ID, new byte[] {(byte) 0xff}),
                DeadLetterReason.HEADER_INVALID,
                "header iothub-connection-device-id cannot be read: text is no UTF-8",
                null);
    }

    @Property(tries = 1000)
    void nothingMakesItThrow(
            @ForAll("headerNames") String header,
            @ForAll @Size(max = 12) byte[] value,
            @ForAll @Size(max = 5) byte[] body) {
        HubRecord read = read(Messages.right().with(header, value).body(body));
        assertThat(read.frame() == null).isNotEqualTo(read.deadLetter() == null);
    }

    @Provide
    Arbitrary<String> headerNames() {
        return Arbitraries.of(
                HubHeaders.DEVICE_ID,
                HubHeaders.ENQUEUED_TIME,
                HubHeaders.CONTENT_TYPE,
                HubHeaders.COGNITIVE_TYPE,
                HubHeaders.CAPTURED_AT,
                HubHeaders.BOOT_ID,
                HubHeaders.SEQUENCE);
    }

    private static void assertGivenUpWithout(String header, DeadLetterReason reason) {
        assertGivenUp(Messages.right().without(header), reason, "header " + header + " is missing", "entrance-1");
    }

    private static DeadLetter assertGivenUp(Messages message, DeadLetterReason reason, String detail, String deviceId) {
        DeadLetter letter = read(message).deadLetter();
        assertThat(letter).as("dead letter").isNotNull();
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.detail()).contains(detail);
        assertThat(letter.deviceId()).isEqualTo(deviceId);
        assertThat(letter.origin()).isEqualTo(ORIGIN);
        assertThat(letter.occurredAt()).isEqualTo(Messages.NOW);
        return letter;
    }

    private static HubRecord read(Messages message) {
        return HubRecordReader.read(message.build(), LIMITS, Messages.NOW);
    }
}
