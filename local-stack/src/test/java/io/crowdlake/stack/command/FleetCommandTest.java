package io.crowdlake.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.hub.TestHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** As a person types it, through Azure's service SDK, against a hub that checks who asks. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class FleetCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestHub hub;

    /** The hub lies where {@code ./crowd up} puts it. */
    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(folder.resolve("data/hub"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aCameraFromEnrolmentToRetirement() throws Exception {
        Path identities = folder.resolve("identities");
        assertThat(fleet("enrol", "door", "--to", identities.toString()))
                .as(err.toString())
                .isZero();
        assertThat(identities.resolve("door")).hasContent(hub.hub().enrol("door"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identities.resolve("door"))))
                .isEqualTo("rw-------");

        assertThat(fleet("tag", "door", "site=Lyon", "zone=entrance", "timeZone=Europe/Paris", "owner.team=retail"))
                .isZero();
        assertThat(hub.hub().devices().registry().find("door").orElseThrow().tags())
                .isEqualTo(
                        JSON.readTree(
                                "{\"site\":\"Lyon\",\"zone\":\"entrance\",\"timeZone\":\"Europe/Paris\",\"owner\":{\"team\":\"retail\"}}"));
        assertThat(fleet("tag", "door", "timeZone=")).isZero();
        assertThat(hub.hub()
                        .devices()
                        .registry()
                        .find("door")
                        .orElseThrow()
                        .tags()
                        .has("timeZone"))
                .isFalse();

        JsonNode listed = json("list", "--json").get(0);
        assertThat(listed.path("device_id").asText()).isEqualTo("door");
        assertThat(listed.path("status").asText()).isEqualTo("away");
        assertThat(listed.path("last_seen").isNull()).isTrue();
        assertThat(listed.path("site").asText()).isEqualTo("Lyon");
        assertThat(json("show", "door", "--json").get(0).at("/tags/owner/team").asText())
                .isEqualTo("retail");

        assertThat(fleet("retire", "door")).as(err.toString()).isZero();
        assertThat(json("list", "--json").get(0).path("status").asText()).isEqualTo("disabled");
        assertThat(fleet("retire", "door", "--delete")).isZero();
        assertThat(json("list", "--json")).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void manyCamerasOfATableAndAgain() throws Exception {
        for (int i = 0; i < 116; i++) {
            hub.hub().enrol("other-" + i);
        }
        Path table = Files.writeString(folder.resolve("cameras.csv"), """
                device_id,site,zone
                camera-1,Nice,hall
                camera-2,Lyon,hall
                camera-3,Nice,hall
                camera-4,Lyon,hall
                """);
        Path identities = folder.resolve("identities");
        for (int run = 0; run < 2; run++) {
            assertThat(fleet("enrol", "--csv", table.toString(), "--to", identities.toString()))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(json("list", "--json")).as("more than a page").hasSize(120);
        assertThat(identities.resolve("camera-3")).hasContent(hub.hub().enrol("camera-3"));

        assertThat(fleet("config", "--query", "site=Nice", "quality=70", "--json"))
                .isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"outcome\":\"waiting\"", "holds when it is back"));
        assertThat(hub.hub()
                        .devices()
                        .registry()
                        .find("camera-1")
                        .orElseThrow()
                        .desired()
                        .values()
                        .toString())
                .isEqualTo("{\"quality\":70}");
        assertThat(hub.hub()
                        .devices()
                        .registry()
                        .find("camera-2")
                        .orElseThrow()
                        .desired()
                        .values())
                .isEmpty();
    }

    @Test
    void tablesForPeople() throws Exception {
        hub.hub().enrol("door");
        assertThat(fleet("list")).isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("device id  status  last seen"),
                        line -> assertThat(line).startsWith("---"),
                        line -> assertThat(line).startsWith("door       away    never"));
        assertThat(fleet("health")).isZero();
        assertThat(out.toString()).contains("has never been heard", "(no Trino runs");
    }

    @Test
    void whatIsWrongIsOneLineThatSaysWhatToDo() throws Exception {
        hub.hub().enrol("door");
        assertThat(fleet("show", "gate")).isEqualTo(1);
        assertThat(fleet("call", "door", "diagnostics")).isEqualTo(1);
        assertThat(fleet("config", "door", "quality=900")).isEqualTo(1);
        assertThat(fleet("config", "quality=70")).isEqualTo(1);
        assertThat(fleet("config", "--all", "--query", "site=Lyon", "quality=70"))
                .isEqualTo(1);
        assertThat(fleet("config", "--query", "site=Lyon", "quality=70")).isEqualTo(1);
        assertThat(fleet("tag", "door")).isEqualTo(1);
        assertThat(fleet("enrol")).isEqualTo(1);
        assertThat(fleet("call", "door", "diagnostics", "{")).isEqualTo(1);
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("crowd: gate is not registered: ./crowd fleet list shows"
                                        + " all devices, ./crowd fleet enrol adds one"),
                        line -> assertThat(line).startsWith("crowd: door is not connected"),
                        line -> assertThat(line).contains("quality is 900, must be a whole number"),
                        line -> assertThat(line).contains("which devices: give their ids"),
                        line -> assertThat(line).contains("which devices: give their ids"),
                        line -> assertThat(line).contains("the hub knows no device with site=Lyon"),
                        line -> assertThat(line).contains("give device ids and then tags"),
                        line -> assertThat(line).contains("which cameras: give their ids, or --csv FILE"),
                        line -> assertThat(line).contains("the payload is {, must be JSON"));
    }

    @Test
    void aHubThatCannotBeAskedIsOneLine() throws Exception {
        String good = hub.hub().serviceConnectionString();
        String ca = hub.hub().caFile().toString();
        Path wrongKey = Files.writeString(
                folder.resolve("wrong"), good.replaceAll("SharedAccessKey=.*", "SharedAccessKey=YWJj"));
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "HostName=hub");
        Path right = Files.writeString(folder.resolve("right"), good);

        assertThat(crowd("fleet", "list", "--connection", right.toString(), "--hub-ca", ca))
                .isZero();
        assertThat(crowd("fleet", "list", "--connection", wrongKey.toString(), "--hub-ca", ca))
                .isEqualTo(1);
        assertThat(crowd("fleet", "list", "--connection", nonsense.toString())).isEqualTo(1);
        assertThat(crowd("fleet", "list", "--connection", right.toString(), "--hub-ca", right.toString()))
                .isEqualTo(1);
        assertThat(crowd("fleet", "list", "--data", folder.resolve("none").toString()))
                .isEqualTo(1);
        hub.close();
        assertThat(fleet("list")).isEqualTo(1);
        hub.start();
        assertThat(err.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("refused the key in " + wrongKey),
                        line -> assertThat(line).contains("--connection is " + nonsense + ", must hold HostName="),
                        line -> assertThat(line).contains("--hub-ca is " + right + ", must hold certificates"),
                        line -> assertThat(line).contains("there is no hub in", "start one with ./crowd up"),
                        line -> assertThat(line).contains("the hub at " + hub.address(), "does not answer"))
                .noneMatch(line -> line.contains("YWJj"));
    }

    private List<JsonNode> json(String... arguments) throws IOException {
        assertThat(fleet(arguments)).as(err.toString()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private int fleet(String... arguments) {
        List<String> all = new ArrayList<>(List.of("fleet"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return crowd(all.toArray(String[]::new));
    }

    private int crowd(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine commandLine = CrowdCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
