package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.sdk.iot.service.methods.DirectMethodResponse;
import io.crowdlake.contracts.CognitiveTypes;
import io.crowdlake.contracts.DeviceTelemetry;
import io.crowdlake.contracts.JsonCodec;
import io.crowdlake.device.CameraMain;
import io.crowdlake.hub.TestHub;
import io.crowdlake.hub.telemetry.DeviceMessage;
import io.crowdlake.stack.command.CrowdCommand;
import io.crowdlake.stack.fleet.ConfigurationResult.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The fleet's commands and real cameras: Azure's service SDK at one end of the hub, its device SDK at the other. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LiveFleetTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private TestHub hub;
    private HubService service;
    private Thread cameras;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder.resolve("data/hub"));
        Path connection =
                Files.writeString(folder.resolve("connection"), hub.hub().serviceConnectionString());
        service = HubService.open(new ServiceConnection(connection, hub.hub().caFile()));
        Path identities = folder.resolve("identities");
        for (String camera : List.of("camera-1", "camera-2")) {
            new Enrolment(camera, Proof.KEY, Map.of("site", camera.equals("camera-1") ? "Lyon" : "Nice"))
                    .write(service, identities);
        }
        cameras = new Thread(() -> new CommandLine(new CameraMain())
                .setExecutionExceptionHandler((failure, line, parsed) -> 0)
                .execute(
                        "--hub",
                        identities.toString(),
                        "--hub-ca",
                        hub.hub().caFile().toString(),
                        "--spool-dir",
                        folder.resolve("spool").toString(),
                        "--cameras",
                        "2",
                        "--size",
                        "160x120",
                        "--telemetry-interval",
                        "400ms"));
        cameras.start();
        await(() -> List.of("camera-1", "camera-2").stream()
                .allMatch(camera -> frames(camera).size() > 5
                        && !service.get(camera).version().isEmpty()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        cameras.interrupt();
        cameras.join();
        hub.close();
    }

    @Test
    void aConfigurationOfAllChangesTheRateAsTelemetryTells() throws Exception {
        assertThat(shortGaps("camera-1")).as("frames close to each other").isNotEmpty();
        Instant asked = Instant.now();

        int code = crowd("fleet", "config", "--all", "captureInterval=PT2S", "--timeout", "2min", "--json");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> {
            JsonNode result = new ObjectMapper().readTree(line);
            assertThat(result.path("outcome").asText()).isEqualTo("applied");
            assertThat(result.path("version").asLong()).isEqualTo(2);
        });
        for (String camera : List.of("camera-1", "camera-2")) {
            DeviceTelemetry first = telemetryAfter(camera, Instant.now());
            DeviceTelemetry second = telemetryAfter(camera, first.sentAt().plus(INTERVAL.multipliedBy(3)));
            long most = Duration.between(first.sentAt(), second.sentAt()).dividedBy(INTERVAL) + 1;
            assertThat(second.framesCaptured() - first.framesCaptured())
                    .as("frames of %s between %s and %s", camera, first.sentAt(), second.sentAt())
                    .isBetween(1L, most);
            // five seconds, and what a busy machine takes
            assertThat(shortGaps(camera)).allSatisfy(time -> assertThat(time).isBefore(asked.plusSeconds(60)));
            assertThat(service.get(camera).desired()).containsEntry("captureInterval", "PT2S");
            assertThat(service.get(camera).version()).isEqualTo(first.softwareVersion());
        }
    }

    @Test
    void eachCameraSaysWhatItMakesOfAWish() throws Exception {
        assertThat(outcomes(Map.of("quality", "best"), LONG)).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
        assertThat(outcomes(Map.of("quality", 70), LONG)).containsExactly(Outcome.APPLIED, Outcome.APPLIED);
        assertThat(outcomes(Map.of("a b", 70), LONG))
                .as("no name for a setting")
                .containsExactly(Outcome.FAILED, Outcome.FAILED);

        assertThat(crowd("fleet", "config", "--query", "site=Nice", "quality=", "enabled=false", "--timeout", "2min"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("camera-2").doesNotContain("camera-1");
        assertThat(service.get("camera-2")
                        .acknowledgement("quality")
                        .orElseThrow()
                        .get("value"))
                .isEqualTo(85L);
    }

    @Test
    void methodsAreAnsweredAndARetiredCameraIsCutOff() throws Exception {
        DirectMethodResponse answer = service.call("camera-1", "diagnostics", null, LONG);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getPayloadAsJsonString()).contains("\"frames_sent\"");
        assertThat(crowd("fleet", "call", "camera-1", "captureNow"))
                .as(out.toString())
                .isZero();
        assertThat(crowd("fleet", "call", "camera-1", "selfDestruct", "{\"in\": 5}"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("camera-1 answered selfDestruct with status 404");

        assertThat(crowd("fleet", "list")).as(out.toString()).isZero();
        assertThat(out.toString()).containsPattern("camera-1\\s+connected\\s+\\d+ s ago\\s+Lyon");
        assertThat(crowd("fleet", "health", "--expect", "99.0", "--problems", "--json"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("not 99.0"));

        assertThat(crowd("fleet", "retire", "camera-1")).as(out.toString()).isZero();
        await(() -> !service.get("camera-1").connected());
        assertThat(service.get("camera-1").status()).isEqualTo("disabled");
        assertThat(crowd("fleet", "config", "camera-1", "quality=50")).isEqualTo(1);
        assertThat(out.toString()).contains("waiting", "disabled");
    }

    private List<Outcome> outcomes(Map<String, Object> settings, Duration limit) throws InterruptedException {
        return new ConfigurationJob(service, settings, limit)
                .run(service.find("SELECT * FROM devices"), each -> {}).stream()
                        .map(ConfigurationResult::outcome)
                        .toList();
    }

    /** Output and errors together. */
    private int crowd(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(out, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private List<DeviceMessage> messages(String camera, String cognitiveType) {
        return hub.messages.stream()
                .filter(message -> message.sender().deviceId().equals(camera)
                        && cognitiveType.equals(
                                message.properties().application().get("cognitive-type")))
                .toList();
    }

    private List<Instant> frames(String camera) {
        return messages(camera, CognitiveTypes.CAMFRAME_ANALYSIS).stream()
                .map(message -> Instant.parse(message.properties().application().get("captured-at")))
                .toList();
    }

    /** When frames were captured that came sooner after the one before than the configuration will allow. */
    private List<Instant> shortGaps(String camera) {
        List<Instant> frames = frames(camera);
        List<Instant> close = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            if (Duration.between(frames.get(i - 1), frames.get(i)).compareTo(INTERVAL) < 0) {
                close.add(frames.get(i));
            }
        }
        return close;
    }

    private DeviceTelemetry telemetryAfter(String camera, Instant time) throws Exception {
        DeviceTelemetry[] found = new DeviceTelemetry[1];
        await(() -> {
            for (DeviceMessage message : messages(camera, CognitiveTypes.DEVICE_TELEMETRY)) {
                DeviceTelemetry telemetry = read(message);
                if (found[0] == null && telemetry.sentAt().isAfter(time)) {
                    found[0] = telemetry;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private static DeviceTelemetry read(DeviceMessage message) {
        try {
            return JsonCodec.read(message.body(), DeviceTelemetry.class);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 6000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
