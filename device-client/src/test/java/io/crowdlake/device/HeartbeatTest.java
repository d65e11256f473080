package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.config.LiveConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {

    @TempDir
    Path noSensors;

    private final FakeClock clock = new FakeClock();

    @Test
    void tellsTotalsSinceTheStart() throws IOException {
        FakePublisher publisher = new FakePublisher(frame -> frame.sequence() == 1);
        Camera camera = camera(new FakeSource(1000), publisher);
        Heartbeat heartbeat = heartbeat(camera, publisher);
        for (int i = 0; i < 4; i++) {
            camera.step();
            clock.advance(FakeSource.INTERVAL);
        }
        publisher.waiting = 7;
        heartbeat.beat();

        CameraFrame message = publisher.announced.get(0);
        assertThat(message.cognitiveType()).isEqualTo("device-telemetry");
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.bootId()).isEqualTo(publisher.accepted.get(0).bootId());
        assertThat(message.capturedAt()).isEqualTo(clock.instant());
        DeviceTelemetry telemetry = told(message);
        assertThat(telemetry)
                .isEqualTo(new DeviceTelemetry(
                        "door",
                        clock.instant(),
                        4,
                        3,
                        0,
                        7,
                        null,
                        telemetry.softwareVersion(),
                        Duration.ofMillis(400),
                        "refused #1"));
        assertThat(telemetry.softwareVersion()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void anErrorIsToldOnceAndAnOutageAsLongAsItLasts() throws IOException {
        FakePublisher publisher = new FakePublisher(frame -> frame.sequence() == 0);
        Camera camera = camera(new FakeSource(1000), publisher);
        Heartbeat heartbeat = heartbeat(camera, publisher);
        camera.step();
        heartbeat.beat();
        heartbeat.beat();
        publisher.trouble = "the hub does not answer, and " + "x".repeat(1000);
        heartbeat.beat();

        List<DeviceTelemetry> told =
                publisher.announced.stream().map(HeartbeatTest::told).toList();
        assertThat(told.get(0).trouble()).isEqualTo("refused #0");
        assertThat(told.get(1).trouble()).isNull();
        assertThat(told.get(2).trouble()).startsWith("the hub does not answer").hasSize(500);
        assertThat(publisher.announced).extracting(CameraFrame::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aSourceThatHasEndedIsTrouble() {
        FakePublisher publisher = new FakePublisher();
        Camera ended = camera(new FakeSource(0), publisher);
        Camera unplugged = camera(new FakeSource(9, false, 0), publisher);
        ended.step();
        unplugged.step();
        heartbeat(ended, publisher).beat();
        Heartbeat heartbeat = heartbeat(unplugged, publisher);
        heartbeat.beat();
        heartbeat.beat();

        assertThat(publisher.announced.stream().map(message -> told(message).trouble()))
                .containsExactly("the source has ended", "unplugged", "unplugged");
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeTheUptimeNegative() {
        FakePublisher publisher = new FakePublisher();
        Heartbeat heartbeat = heartbeat(camera(new FakeSource(1), publisher), publisher);
        clock.advance(Duration.ofHours(-3));
        heartbeat.beat();
        assertThat(told(publisher.announced.get(0)).uptime()).isZero();
    }

    @Test
    void whileOneIsUnderWayThereIsNoOther() {
        FakePublisher publisher = new FakePublisher();
        publisher.announcement = new CompletableFuture<>();
        Heartbeat heartbeat = heartbeat(camera(new FakeSource(1), publisher), publisher);
        heartbeat.beat();
        heartbeat.beat();
        assertThat(publisher.announced).hasSize(1);
        publisher.announcement.completeExceptionally(new IOException("the hub is away"));
        heartbeat.beat();
        assertThat(publisher.announced).hasSize(2);
    }

    @Test
    @Timeout(60)
    void eachCameraIsHeardAgainAndAgainAndOnceMoreAtTheEnd() throws InterruptedException {
        FakePublisher publisher = new FakePublisher();
        Camera camera = camera(new FakeSource(1), publisher);
        Heartbeats heartbeats = new Heartbeats(List.of(heartbeat(camera, publisher)), Duration.ofMillis(5));
        heartbeats.start();
        while (publisher.announced.size() < 3) {
            Thread.sleep(5);
        }
        heartbeats.close();
        int told = publisher.announced.size();
        assertThat(told).isGreaterThan(3);
        Heartbeats silent = new Heartbeats(List.of(heartbeat(camera, publisher)), Duration.ofHours(1));
        silent.start();
        silent.close();
        assertThat(publisher.announced).hasSize(told + 1);
    }

    private Camera camera(FakeSource source, FakePublisher publisher) {
        return new Camera("door", source, publisher, clock, 1, Optional.empty(), new LiveConfiguration());
    }

    private Heartbeat heartbeat(Camera camera, FakePublisher publisher) {
        return new Heartbeat(camera, publisher, new Thermometer(noSensors), clock);
    }

    private static DeviceTelemetry told(CameraFrame message) {
        try {
            return JsonCodec.read(message.payload(), DeviceTelemetry.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
