package io.crowdlake.device.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.hub.DeviceTls;
import io.crowdlake.device.hub.HubProtocol;
import io.crowdlake.device.hub.IotHub;
import io.crowdlake.device.hub.IotHubSettings;
import io.crowdlake.device.spool.SpoolLimits;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.telemetry.DeviceMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Devices of an enrolment group, on Azure's SDK, at a hub of this machine. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SimulationTest {

    private static final int DEVICES = 6;

    @TempDir
    Path folder;

    @Test
    void everyDeviceSendsWhatItSeesAndComesBackAfterAnOutage() throws Exception {
        // an outage every second or so
        SimulationSettings settings =
                new SimulationSettings(DEVICES, Duration.ofMillis(200), Duration.ofSeconds(1), 3600, false, 1);
        try (TestHub hub = new TestHub(folder.resolve("hub"))) {
            Path group = folder.resolve("group");
            Files.writeString(group, hub.hub().enrolmentGroup());
            Simulation simulation =
                    Simulation.start(settings, hub(group, hub), folder.resolve("truth"), Clock.systemUTC());
            try (simulation) {
                hub.awaitMessages(DEVICES * 20);
            }

            assertThat(simulation.summary()).startsWith(DEVICES + " of " + DEVICES + " devices started");
            assertThat(simulation.status().errors()).as(simulation.summary()).isZero();
            Map<String, Set<Long>> sequences = new HashMap<>();
            for (DeviceMessage message : hub.messages) {
                FrameAnalysis analysis = JsonCodec.read(message.body(), FrameAnalysis.class);
                assertThat(analysis.deviceId()).isEqualTo(message.sender().deviceId());
                sequences
                        .computeIfAbsent(analysis.deviceId(), device -> new HashSet<>())
                        .add(analysis.sequence());
            }
            assertThat(sequences.keySet()).containsExactlyInAnyOrderElementsOf(Simulation.names(DEVICES));
            assertThat(sequences.values())
                    .as("none is missing between the first and the last")
                    .allSatisfy(seen -> assertThat(seen).contains(0L).hasSize((int)
                            (seen.stream().mapToLong(number -> number).max().orElseThrow() + 1)));
            assertThat(folder.resolve("truth/simulated-0001.jsonl")).content().contains("\"kind\":\"frame\"");
        }
    }

    @Test
    void picturesAreSentWhereTheyAreAskedFor() throws Exception {
        SimulationSettings settings = new SimulationSettings(1, Duration.ofMillis(200), Duration.ZERO, 0, true, 1);
        try (TestHub hub = new TestHub(folder.resolve("hub"))) {
            Path group = folder.resolve("group");
            Files.writeString(group, hub.hub().enrolmentGroup());
            try (Simulation simulation = Simulation.start(settings, hub(group, hub), null, Clock.systemUTC())) {
                hub.awaitMessages(2);
                assertThat(simulation.status().state()).isEqualTo("running");
            }
            assertThat(hub.messages.get(0).body()).startsWith(0xff, 0xd8);
        }
    }

    @Test
    void aDeviceThatIsRefusedTriesAgain() throws Exception {
        SimulationSettings settings = new SimulationSettings(2, Duration.ofMillis(50), Duration.ZERO, 0, false, 1);
        FakeHub hub = new FakeHub("simulated-0002");
        try (Simulation simulation = Simulation.start(settings, hub, null, Clock.systemUTC())) {
            while (!simulation.summary().startsWith("1 of 2 devices started (not today)")) {
                Thread.sleep(10);
            }
            hub.refused = null;
            hub.awaitFrom("simulated-0002");
            assertThat(simulation.summary()).startsWith("2 of 2 devices started, 0 in trouble");
        }
        assertThat(hub.closed).isTrue();
    }

    @Test
    void aWrongSettingIsOneLineThatNamesIt() {
        assertThatThrownBy(() -> new SimulationSettings(0, Duration.ofSeconds(5), Duration.ZERO, 0, false, 1))
                .hasMessage("--simulate is 0, must be at least 1");
        assertThatThrownBy(() -> new SimulationSettings(1, Duration.ZERO, Duration.ZERO, 0, false, 1))
                .hasMessage("--interval is PT0S, must be above 0");
    }

    private IotHub hub(Path group, TestHub hub) {
        return new IotHub(
                new IotHubSettings(
                        group,
                        HubProtocol.MQTT,
                        new DeviceTls(hub.hub().caFile(), null, null),
                        folder.resolve("spool"),
                        SpoolLimits.DEFAULT),
                Clock.systemUTC());
    }
}
