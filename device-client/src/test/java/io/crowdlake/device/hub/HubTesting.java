package io.crowdlake.device.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.spool.SpoolLimits;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What tests of cameras at a hub share. */
final class HubTesting {

    private HubTesting() {}

    /** The hub of a camera whose frames wait in a folder beside its connection string. */
    static IotHub open(Path identity, HubProtocol protocol, DeviceTls tls) {
        return new IotHub(
                new IotHubSettings(identity, protocol, tls, identity.resolveSibling("spool"), SpoolLimits.DEFAULT),
                Clock.systemUTC());
    }

    static FramePublisher publisher(IotHub cameras, DeviceControl control) throws HubException {
        return cameras.publisher(cameras.deviceIds(List.of("proposed")).get(0), control);
    }

    /** Publishes frames from one sequence to another, the latter left out. */
    static CompletableFuture<Void> publish(FramePublisher publisher, int from, int to) {
        List<CompletableFuture<Void>> accepted = new ArrayList<>();
        for (int i = from; i < to; i++) {
            accepted.add(publisher.publish(frame(i)));
        }
        return CompletableFuture.allOf(accepted.toArray(CompletableFuture[]::new));
    }

    /** In the order of their arrival. */
    static List<Integer> sequences(List<DeviceMessage> messages) {
        return messages.stream()
                .map(message ->
                        Integer.parseInt(message.properties().application().get("sequence")))
                .toList();
    }

    /** Sequences in order, the end left out. */
    static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    /**
     * Each once, and none further from its place than others may be under way with it: the SDK takes its queue apart and puts it back while more is
     * being added, and sends what was under way again, in an order of its own.
     */
    static void assertNearlyInOrder(List<Integer> sequences, int end, HubProtocol protocol) {
        int others = protocol.framesAtATime() - 1;
        assertThat(sequences).containsExactlyInAnyOrderElementsOf(upTo(end));
        for (int i = 0; i < end; i++) {
            assertThat(sequences.get(i)).as("place %d", i).isBetween(i - others, i + others);
        }
    }

    static CameraFrame frame(int sequence) {
        return new CameraFrame(
                "door",
                "boot-1",
                sequence,
                Instant.parse("2026-03-01T12:00:00.123456Z").plusSeconds(sequence),
                null,
                "camframe-analysis",
                "image/jpeg",
                new byte[] {(byte) sequence, 8, 9},
                null);
    }

    /** What {@code frame(7)} is at the hub. */
    static void assertIsSeventhFrame(DeviceMessage message) {
        assertThat(message.sender().deviceId()).isEqualTo("door");
        assertThat(message.body()).containsExactly(7, 8, 9);
        assertThat(message.properties().system()).containsEntry("content-type", "image/jpeg");
        assertThat(message.properties().application())
                .containsEntry("cognitive-type", "camframe-analysis")
                .containsEntry("captured-at", "2026-03-01T12:00:07.123456Z")
                .containsEntry("boot-id", "boot-1")
                .containsEntry("sequence", "7");
    }

    /** A certificate that the hub's authority has issued, with its key, as files of the folder. */
    static DeviceTls certificate(TestHub hub, Path folder, String name) throws Exception {
        hub.hub().certificates().authority().issueDevice(name).write(folder, name);
        return new DeviceTls(hub.hub().caFile(), folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
    }

    /** Fails after a long time. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 6000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
