package io.crowdlake.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeadLetter;
import io.crowdlake.contracts.DeadLetterReason;
import io.crowdlake.contracts.Origin;
import io.crowdlake.job.ingest.HubRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a folder of this machine, which is as good as a container to Flink's file systems. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class FetchFunctionTest {

    private static final Duration PATIENT = Duration.ofMinutes(3);
    private static final Origin ORIGIN = new Origin("camera-frames", 0, 9);

    @TempDir
    Path container;

    @Test
    void thePictureTakesThePlaceOfItsAddress() throws Exception {
        store("door/boot/7.jpg", "picture");
        assertThat(fetched(settings(PATIENT, 2), "https://account/frames/door/boot/7.jpg"))
                .singleElement()
                .extracting(HubRecord::frame)
                .satisfies(frame -> {
                    assertThat(frame.payload()).asString().isEqualTo("picture");
                    assertThat(frame.contentType()).isEqualTo("image/jpeg");
                    assertThat(frame.deviceId()).isEqualTo("door");
                    assertThat(frame.sequence()).isEqualTo(7);
                    assertThat(frame.origin()).isEqualTo(ORIGIN);
                });
    }

    @Test
    void whatMayNotBeReadIsADeadLetterAndTheRestGoesOn() throws Exception {
        store("door/7.jpg", "picture");
        store("till/7.jpg", "another's");
        store("door/large.jpg", "x".repeat(101));
        store("door/full.jpg", "x".repeat(100));
        store("door/empty.jpg", "");
        List<HubRecord> outcomes = fetched(
                settings(PATIENT, 2),
                "https://account/frames/till/7.jpg",
                "https://account/frames/door/large.jpg",
                "https://account/frames/door/empty.jpg",
                "https://account/frames/door/missing.jpg",
                "https://account/frames/door/full.jpg",
                "https://account/frames/door/7.jpg");

        assertThat(deadLetters(outcomes))
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder(
                        DeadLetterReason.REFERENCE_REFUSED,
                        DeadLetterReason.REFERENCE_TOO_LARGE,
                        DeadLetterReason.BODY_EMPTY,
                        DeadLetterReason.REFERENCE_UNREADABLE);
        assertThat(deadLetters(outcomes))
                .allSatisfy(letter -> {
                    assertThat(letter.deviceId()).isEqualTo("door");
                    assertThat(letter.origin()).isEqualTo(ORIGIN);
                })
                .extracting(DeadLetter::detail)
                .anyMatch(detail -> detail.equals("the picture has more than 100 bytes"))
                .anyMatch(detail ->
                        detail.equals("the picture cannot be read, after 2 attempts (FileNotFoundException)"));
        assertThat(outcomes.stream().filter(outcome -> outcome.frame() != null)).hasSize(2);
    }

    @Test
    void aPictureThatComesLaterIsWaitedFor() throws Exception {
        try (OneInputStreamOperatorTestHarness<CameraFrame, HubRecord> fetch = harness(settings(PATIENT, 14), 5)) {
            fetch.open();
            fetch.processElement(address("https://account/frames/door/7.jpg"), 0);
            store("door/7.jpg", "picture");
            fetch.endInput();
            assertThat(fetch.extractOutputValues()).singleElement().satisfies(outcome -> assertThat(outcome.frame())
                    .isNotNull());
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsGivenUpAfterAWhile() throws Exception {
        try (OneInputStreamOperatorTestHarness<CameraFrame, HubRecord> fetch =
                harness(settings(Duration.ofMillis(50), 1000), 60_000)) {
            fetch.open();
            fetch.processElement(address("https://account/frames/door/missing.jpg"), 0);
            fetch.setProcessingTime(51);
            fetch.endInput();
            assertThat(deadLetters(fetch.extractOutputValues())).singleElement().satisfies(letter -> {
                assertThat(letter.reason()).isEqualTo(DeadLetterReason.REFERENCE_UNREADABLE);
                assertThat(letter.detail()).contains("was not read within 50 ms", "raise reference.timeout");
            });
        }
    }

    private List<HubRecord> fetched(FetchSettings settings, String... addresses) throws Exception {
        try (OneInputStreamOperatorTestHarness<CameraFrame, HubRecord> fetch = harness(settings, 1)) {
            fetch.open();
            for (String address : addresses) {
                fetch.processElement(address(address), 0);
            }
            fetch.endInput();
            return fetch.extractOutputValues();
        }
    }

    private static OneInputStreamOperatorTestHarness<CameraFrame, HubRecord> harness(
            FetchSettings settings, long firstPauseMillis) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        new FetchFunction(settings, firstPauseMillis),
                        settings.timeout().toMillis(),
                        settings.capacity(),
                        AsyncDataStream.OutputMode.UNORDERED),
                TypeInformation.of(CameraFrame.class).createSerializer(new SerializerConfigImpl()));
    }

    private FetchSettings settings(Duration timeout, int attempts) {
        return new FetchSettings(Map.of("account/frames", container.toUri().toString()), 100, 3, timeout, attempts);
    }

    private void store(String name, String content) throws IOException {
        Path file = container.resolve(name);
        Files.createDirectories(file.getParent());
        // a store never shows half of a blob
        Path whole = Files.writeString(container.resolve("being-written"), content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<DeadLetter> deadLetters(List<HubRecord> outcomes) {
        return outcomes.stream()
                .map(HubRecord::deadLetter)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static CameraFrame address(String address) {
        return new CameraFrame(
                "door",
                "boot",
                7,
                Instant.EPOCH,
                null,
                "camframe-analysis",
                "text/uri-list",
                address.getBytes(StandardCharsets.UTF_8),
                ORIGIN);
    }
}
