package io.crowdlake.job.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.CameraFrame;
import io.crowdlake.device.config.CameraConfiguration;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.device.hub.DeviceTls;
import io.crowdlake.device.hub.FramePublisher;
import io.crowdlake.device.hub.HubProtocol;
import io.crowdlake.device.hub.IotHub;
import io.crowdlake.device.hub.IotHubSettings;
import io.crowdlake.device.hub.Transport;
import io.crowdlake.device.spool.SpoolLimits;
import io.crowdlake.hub.HubSettings;
import io.crowdlake.hub.HubStandIn;
import io.crowdlake.hub.LoopbackAddress;
import io.crowdlake.hub.device.HubLimits;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.hub.telemetry.KafkaRecords;
import io.crowdlake.hub.telemetry.TelemetrySink;
import io.crowdlake.job.FakeAnalyzerFactory;
import io.crowdlake.job.ingest.HubRecord;
import io.crowdlake.job.ingest.IngestLimits;
import io.crowdlake.job.ingest.Received;
import io.crowdlake.job.route.RouteFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a picture by reference: a camera on Azure's SDK, the stand-in of the hub with its container, and the job's stages. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class UploadedPictureTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 7};

    @TempDir
    Path folder;

    private final BlockingQueue<DeviceMessage> messages = new LinkedBlockingQueue<>();

    @Test
    void theJobReadsWhatTheCameraHasUploaded() throws Exception {
        String address = LoopbackAddress.free(HubSettings.MQTT_PORT);
        HubSettings settings = new HubSettings(
                folder.resolve("hub"), address, HubSettings.MQTT_PORT, 0, HubSettings.HTTPS_PORT, HubLimits.DEFAULT);
        try (HubStandIn hub = HubStandIn.start(settings, new Kept(), Clock.systemUTC())) {
            assumeThat(hub.httpsPort())
                    .as("port 443 of this machine, which the SDK needs")
                    .isPresent();
            upload(hub);
            HubRecord received = Received.from(
                    KafkaRecords.of("camera-frames", messages.take()),
                    1,
                    new IngestLimits(262_144, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofDays(1)));
            CameraFrame picture = fetched(
                    routed(received),
                    Map.of(address + "/frames", hub.blobs().toUri().toString()));

            assertThat(picture.payload()).isEqualTo(PICTURE);
            assertThat(picture.contentType()).isEqualTo("image/jpeg");
            assertThat(picture.deviceId()).isEqualTo("door");
            assertThat(picture.sequence()).isEqualTo(7);
            assertThat(picture.policy()).isEqualTo(new AttributePolicy(true, false, true, true));
        }
    }

    private void upload(HubStandIn hub) throws Exception {
        Path identity = Files.writeString(folder.resolve("door"), hub.enrol("door"));
        CameraControl control = new CameraControl(
                new LiveConfiguration(CameraConfiguration.DEFAULT.withTransport(Transport.REFERENCE)));
        try (IotHub cameras = new IotHub(
                new IotHubSettings(
                        identity,
                        HubProtocol.MQTT,
                        new DeviceTls(hub.caFile(), null, null),
                        folder.resolve("spool"),
                        SpoolLimits.DEFAULT),
                Clock.systemUTC())) {
            FramePublisher door =
                    cameras.publisher(cameras.deviceIds(List.of("door")).get(0), control);
            assertThat(door.publish(new CameraFrame(
                            "door",
                            "boot-1",
                            7,
                            Instant.now(),
                            null,
                            "camframe-analysis",
                            "image/jpeg",
                            PICTURE,
                            null,
                            new AttributePolicy(true, false, true, true))))
                    .succeedsWithin(LONG);
        }
    }

    private static CameraFrame routed(HubRecord message) throws Exception {
        try (OneInputStreamOperatorTestHarness<HubRecord, CameraFrame> route =
                new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new RouteFunction(
                        FakeAnalyzerFactory::analyzers, new IngestLimits(262_144, Instant.EPOCH, LONG))))) {
            route.open();
            route.processElement(message, 0);
            return route.getSideOutput(RouteFunction.REFERENCES).remove().getValue();
        }
    }

    private static CameraFrame fetched(CameraFrame message, Map<String, String> containers) throws Exception {
        FetchSettings settings = new FetchSettings(containers, 1000, 2, LONG, 2);
        try (OneInputStreamOperatorTestHarness<CameraFrame, HubRecord> fetch = new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        new FetchFunction(settings, 1),
                        LONG.toMillis(),
                        settings.capacity(),
                        AsyncDataStream.OutputMode.UNORDERED),
                TypeInformation.of(CameraFrame.class).createSerializer(new SerializerConfigImpl()))) {
            fetch.open();
            fetch.processElement(message, 0);
            fetch.endInput();
            return fetch.extractOutputValues().get(0).frame();
        }
    }

    private final class Kept implements TelemetrySink {

        @Override
        public CompletableFuture<Void> accept(DeviceMessage message) {
            messages.add(message);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
