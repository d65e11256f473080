package io.crowdlake.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CameraTest {

    private final FakeClock clock = new FakeClock();
    private final FakePublisher publisher = new FakePublisher();
    private final Instant start = clock.instant();

    @Property(tries = 100)
    void publishesEachFrameOnceInOrderAndNeverEarly(
            @ForAll @IntRange(min = 1, max = 80) int frames, @ForAll @DoubleRange(min = 0.5, max = 200) double speed) {
        FakeClock wall = new FakeClock();
        FakePublisher hub = new FakePublisher(frame -> frame.capturedAt().isAfter(wall.instant()));
        Camera camera =
                new Camera("door", new FakeSource(frames), hub, wall, speed, Optional.empty(), new LiveConfiguration());
        run(camera, wall);

        assertThat(hub.accepted).hasSize(frames);
        for (int i = 0; i < frames; i++) {
            assertThat(hub.accepted.get(i).sequence()).isEqualTo(i);
            assertThat(hub.accepted.get(i).payload()[0]).isEqualTo((byte) i);
        }
        assertThat(camera.status().errors()).isZero();
        assertThat(camera.status().framesSent()).isEqualTo(frames);
    }

    @Test
    void framesCarryIdentityAndEventTime() {
        Camera camera = camera(new FakeSource(3), 1, Optional.empty());
        Instant start = clock.instant();
        run(camera, clock);
        CameraFrame last = publisher.accepted.get(2);

        assertThat(last.deviceId()).isEqualTo("door");
        assertThat(last.cognitiveType()).isEqualTo("camframe-analysis");
        assertThat(last.contentType()).isEqualTo("image/jpeg");
        assertThat(last.capturedAt()).isEqualTo(start.plusMillis(200));
        assertThat(publisher.accepted).extracting(CameraFrame::bootId).containsOnly(last.bootId());
    }

    @Test
    void eachStartHasABootIdOfItsOwn() {
        run(camera(new FakeSource(1), 1, Optional.empty()), clock);
        run(camera(new FakeSource(1), 1, Optional.empty()), clock);

        assertThat(publisher.accepted.get(0).bootId())
                .isNotEqualTo(publisher.accepted.get(1).bootId());
    }

    @Test
    void waitsUntilTheNextFrameIsDue() {
        Camera camera = camera(new FakeSource(5), 2, Optional.empty());

        assertThat(camera.step()).contains(Duration.ZERO);
        assertThat(camera.step()).contains(Duration.ofMillis(50));
        assertThat(publisher.accepted).hasSize(1);
        clock.advance(Duration.ofMillis(50));
        assertThat(camera.step()).contains(Duration.ZERO);
        assertThat(publisher.accepted).hasSize(2);
    }

    @Test
    void theSourceLearnsWhenItsFirstFrameIs() {
        FakeSource source = new FakeSource(10);
        Camera camera = camera(source, 3, Optional.empty());
        run(camera, clock);

        assertThat(source.start).isEqualTo(publisher.accepted.get(0).capturedAt());
        assertThat(camera.finished()).isTrue();
        assertThat(camera.status().positionSeconds()).isEqualTo(0.9);
    }

    @Test
    void endsAfterItsDuration() {
        Camera camera = camera(new FakeSource(1000), 1, Optional.of(Duration.ofSeconds(1)));
        run(camera, clock);

        assertThat(publisher.accepted).hasSize(10);
        assertThat(camera.finished()).isTrue();
    }

    @Test
    void aLiveSourceIsNeverPaced() {
        Camera camera = camera(new FakeSource(3, true, Integer.MAX_VALUE), 60, Optional.empty());
        Instant now = clock.instant();
        camera.step();
        camera.step();

        assertThat(publisher.accepted).extracting(CameraFrame::capturedAt).containsExactly(now, now);
    }

    @Test
    void aBrokenSourceEndsTheCameraWithOneLine() {
        Camera camera = camera(new FakeSource(9, false, 2), 1, Optional.empty());
        run(camera, clock);

        assertThat(camera.status().framesSent()).isEqualTo(2);
        assertThat(camera.status().errors()).isEqualTo(1);
        assertThat(camera.status().lastError()).isEqualTo("unplugged");
        assertThat(camera.finished()).isTrue();
    }

    @Test
    void aLiveSourceThatBreaksOffIsOpenedAnewUntilItWorks() {
        Deque<FakeSource> later = new ArrayDeque<>(List.of(new FakeSource(3, true, Integer.MAX_VALUE)));
        AtomicInteger refusals = new AtomicInteger(2);
        FakeSource first = new FakeSource(9, true, 2);
        Camera camera = new Camera(
                "door",
                first,
                () -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new SourceException("no camera there");
                    }
                    return later.remove();
                },
                publisher,
                clock,
                1,
                Optional.empty(),
                new LiveConfiguration());
        runUntil(camera, Duration.ofMillis(10));
        assertThat(camera.status().lastError()).isEqualTo("unplugged");
        assertThat(first.closed).isTrue();
        runUntil(camera, Duration.ofMillis(2500));
        assertThat(camera.status().lastError()).isEqualTo("no camera there");
        while (publisher.accepted.size() < 5) {
            clock.advance(camera.step().orElseThrow());
        }

        assertThat(Duration.between(start, clock.instant()))
                .as("pauses of 1, 2 and 4 seconds")
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(publisher.accepted).extracting(CameraFrame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(publisher.accepted)
                .extracting(CameraFrame::bootId)
                .hasSize(5)
                .containsOnly(bootIdOf(0));
        assertThat(camera.status().lastError()).as("after it came back").isNull();
        assertThat(camera.finished()).isFalse();
    }

    @Test
    void aRestartBeginsAnewWithABootIdOfItsOwn() {
        List<FakeSource> opened = new ArrayList<>(List.of(new FakeSource(50)));
        Camera camera = new Camera(
                "door",
                opened.get(0),
                () -> {
                    opened.add(new FakeSource(50));
                    return opened.get(opened.size() - 1);
                },
                publisher,
                clock,
                1,
                Optional.empty(),
                new LiveConfiguration());
        CameraControl control = new CameraControl(new LiveConfiguration());
        control.restartedBy(camera::restart);
        runUntil(camera, Duration.ofSeconds(1));
        assertThat(control.call("restart", Map.of()).status()).isEqualTo(202);
        run(camera, clock);

        assertThat(opened).hasSize(2).extracting(source -> source.closed).containsExactly(true, false);
        assertThat(publisher.reconnected).isEqualTo(1);
        assertThat(publisher.accepted).hasSize(60);
        assertThat(publisher.accepted.get(10).sequence()).isZero();
        assertThat(bootIdOf(10)).isEqualTo(bootIdOf(59)).isNotEqualTo(bootIdOf(9));
        assertThat(publisher.accepted.get(10).capturedAt())
                .isAfter(publisher.accepted.get(9).capturedAt());
        assertThat(control.call("restart", Map.of()).status())
                .as("after the end")
                .isEqualTo(409);
    }

    @Test
    void whatTheFleetForbidsToTellGoesWithEachFrame() {
        LiveConfiguration configuration = new LiveConfiguration();
        Camera camera = new Camera("door", new FakeSource(4), publisher, clock, 1, Optional.empty(), configuration);
        runUntil(camera, Duration.ofMillis(150));
        new CameraControl(configuration).configure(Map.of("policy", Map.of("gender", false)), 1);
        run(camera, clock);
        assertThat(publisher.accepted)
                .extracting(frame -> frame.policy().withheld())
                .containsExactly("", "", "gender", "gender");
    }

    @Test
    void aFrameThatCannotBeCutIsOneErrorAndTheCameraGoesOn() {
        LiveConfiguration configuration = new LiveConfiguration();
        CameraControl control = new CameraControl(configuration);
        Camera camera = new Camera("door", new FakeSource(20), publisher, clock, 1, Optional.empty(), configuration);
        control.configure(Map.of("regionOfInterest", Map.of("width", 0.5)), 1);
        runUntil(camera, Duration.ofMillis(950));
        assertThat(publisher.accepted).isEmpty();
        assertThat(camera.status().lastError()).startsWith("a frame cannot be cut to its region, and is not sent");
        control.configure(Map.of("regionOfInterest", Map.of("width", 1)), 2);
        run(camera, clock);
        assertThat(publisher.accepted).hasSize(10);
        assertThat(camera.status().errors()).isEqualTo(10);
    }

    private String bootIdOf(int frame) {
        return publisher.accepted.get(frame).bootId();
    }

    @Test
    void refusedFramesAreCountedAndTheCameraGoesOn() {
        FakePublisher picky = new FakePublisher(frame -> frame.sequence() == 1);
        Camera camera =
                new Camera("door", new FakeSource(4), picky, clock, 1, Optional.empty(), new LiveConfiguration());
        run(camera, clock);

        assertThat(camera.status().framesSent()).isEqualTo(3);
        assertThat(camera.status().errors()).isEqualTo(1);
        assertThat(camera.status().lastError()).isEqualTo("refused #1");
        assertThat(camera.status().framesWaiting()).isZero();
    }

    @Test
    void theFleetMaySlowItDownSwitchItOffAndAskForAFrame() {
        LiveConfiguration configuration = new LiveConfiguration();
        CameraControl control = new CameraControl(configuration);
        Camera camera = new Camera("door", new FakeSource(60), publisher, clock, 1, Optional.empty(), configuration);
        control.diagnosedBy(camera::diagnostics);

        control.configure(Map.of("captureInterval", "PT1S"), 2);
        runUntil(camera, Duration.ofSeconds(3));
        assertThat(publisher.accepted).hasSize(3);
        control.configure(Map.of("enabled", false), 3);
        runUntil(camera, Duration.ofSeconds(4));
        assertThat(publisher.accepted).hasSize(3);
        control.call("captureNow", Map.of());
        runUntil(camera, Duration.ofSeconds(5));

        assertThat(publisher.accepted).extracting(CameraFrame::sequence).containsExactly(0L, 1L, 2L, 3L);
        assertThat(Duration.between(
                        publisher.accepted.get(0).capturedAt(),
                        publisher.accepted.get(2).capturedAt()))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(control.call("diagnostics", Map.of()).payload())
                .containsEntry("frames_sent", 4L)
                .containsEntry("enabled", false)
                .containsEntry("capture_interval", "PT1S");
    }

    private void runUntil(Camera camera, Duration sinceStart) {
        while (clock.instant().isBefore(start.plus(sinceStart))) {
            clock.advance(camera.step().orElseThrow());
        }
    }

    private Camera camera(FakeSource source, double speed, Optional<Duration> running) {
        return new Camera("door", source, publisher, clock, speed, running, new LiveConfiguration());
    }

    private static void run(Camera camera, FakeClock clock) {
        for (Optional<Duration> wait = camera.step(); wait.isPresent(); wait = camera.step()) {
            clock.advance(wait.get());
        }
    }
}
