package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that somebody wrote who has just installed a camera. */
class CameraLayoutsTest {

    private static final String FILE = """
            {
              "cameras": {
                "entrance-1": {
                  "lines": [{"name": "door", "from": {"x": 0.1, "y": 0.6}, "to": {"x": 0.9, "y": 0.6}, "in": "down"}],
                  "zones": [{"name": "till", "corners": [{"x": 0.5, "y": 0.5}, {"x": 1, "y": 0.5}, {"x": 1, "y": 1}]}]
                }
              },
              "other_cameras": {"zones": [{"name": "till", "corners": [{"x": 0.5, "y": 0.5}, {"x": 1, "y": 0.5}, {"x": 1, "y": 1}]}]}
            }
            """;

    @Test
    void aCameraHasItsOwnLayoutOrThatOfTheOthers() throws IOException {
        CameraLayouts layouts = read(FILE);

        assertThat(layouts).isEqualTo(Samples.cameraLayouts());
        assertThat(layouts.of("entrance-1").lines()).hasSize(1);
        assertThat(layouts.of("yard-7")).isEqualTo(layouts.otherCameras());
        assertThat(CameraLayouts.NONE.of("yard-7")).isEqualTo(CameraLayout.NONE);
    }

    @Test
    void whatIsLeftOutIsNotDrawn() throws IOException {
        assertThat(read("{}")).isEqualTo(CameraLayouts.NONE);
        assertThat(read("{\"cameras\": {\"a\": {}}}").of("a")).isEqualTo(CameraLayout.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"y\": 0.6}, \"to\" | \"y\": 1.6}, \"to\" | cameras.entrance-1.lines[0].from: y is 1.6, must be within 0..1",
                "\"y\": 0.6}, \"to\" | \"y\": 0.6, \"z\": 1}, \"to\" | cameras.entrance-1.lines[0].from.z is not known, must be one of x, y",
                "\"to\": {\"x\": 0.9 | \"to\": {\"x\": 0.1 | cameras.entrance-1.lines[0]: from and to are the same point, a line needs two",
                "\"in\": \"down\" | \"in\": \"left\" | cameras.entrance-1.lines[0]: in is left, must lead across the line, such as down or up",
                "\"in\": \"down\" | \"in\": \"none\" | cameras.entrance-1.lines[0]: in is none, must lead across the line, such as down or up",
                "\"in\": \"down\" | \"in\": \"south\" | cameras.entrance-1.lines[0].in is missing or of another type, must be one of right, down-right, down, down-left, left, up-left, up, up-right, none",
                ", \"in\": \"down\" | '' | cameras.entrance-1.lines[0]: in is missing",
                "\"name\": \"door\" | \"name\": \" \" | cameras.entrance-1.lines[0]: name is missing",
                "\"name\": \"door\" | \"name\": \"door\", \"color\": 7 | cameras.entrance-1.lines[0].color is not known, must be one of from, in, name, to",
                "\"lines\": | \"line\": | cameras.entrance-1.line is not known, must be one of lines, zones",
                "\"other_cameras\" | \"default\" | default is not known, must be one of cameras, other_cameras",
                "\"entrance-1\" | \" \" | the device id of an entry of cameras is missing",
                "\"other_cameras\": | \"cameras\": | JSON is broken at line 8, column 12",
            })
    void aSlipOfThePenIsNamedByCameraAndPlace(String part, String wrong, String message) {
        assertThat(FILE).contains(part);

        assertThatThrownBy(() -> read(FILE.replace(part, wrong)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0, 1 1 | corners are 2, must be 3 to 64",
                "0 0, 1 1, 0.5 0.5 | corners lie on one line, must enclose an area",
                "0 0, 0.7 0.1, 0.35 0.05000000000000001 | corners lie on one line, must enclose an area",
                "0 0, 1 0, 1 0, 1 1 | corners 2 and 3 are the same point, leave one of them out",
                "0 0, 1 0, 1 1, 0 0 | corners 4 and 1 are the same point, leave one of them out",
                "0 0, 1 1, 1 0, 0 1 | the edges from corner 1 and from corner 3 meet, list the corners in the order of the outline",
                "0 0, 1 0, 0.5 0, 0.5 1 | the edges from corner 1 and from corner 3 meet, list the corners in the order of the outline",
            })
    void aZoneHasAnOutline(String corners, String message) {
        assertThatThrownBy(() -> zone("till", corners))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aCameraHasAFewLinesAndZonesWithNamesOfTheirOwn() {
        List<Zone> zones = IntStream.rangeClosed(0, CameraLayout.MOST)
                .mapToObj(number -> zone("zone " + number, "0 0, 1 0, 1 1"))
                .toList();
        CountingLine line = line("0 0, 0 1", Heading.RIGHT);

        assertThat(new CameraLayout(null, zones.subList(1, zones.size())).zones())
                .hasSize(16);
        assertThatThrownBy(() -> new CameraLayout(null, zones)).hasMessage("zones are 17, must be at most 16");
        assertThatThrownBy(() -> new CameraLayout(List.of(line, line), null))
                .hasMessage("two lines are named line, each needs a name of its own");
        assertThatThrownBy(() -> zone("x".repeat(65), "0 0, 1 0, 1 1"))
                .hasMessage("name has 65 characters, must have at most 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0.5, 1 0.5", "0.2 0.6, 0.8 0.4"})
    void aLevelLineIsCrossedUpOrDown(String ends) {
        for (Heading heading : List.of(Heading.DOWN, Heading.UP, Heading.DOWN_LEFT, Heading.UP_RIGHT)) {
            assertThat(line(ends, heading).in()).isEqualTo(heading);
        }
        for (Heading along : List.of(Heading.LEFT, Heading.RIGHT, Heading.NONE)) {
            if (ends.startsWith("0 ") || along == Heading.NONE) {
                assertThatThrownBy(() -> line(ends, along)).hasMessageEndingWith("such as down or up");
            }
        }
    }

    @Test
    void theExampleOfTheDocumentationIsAsTheSchemaSays() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("../docs/camera-layouts.example.json"));

        assertThat(Schemas.violations(CameraLayouts.class, example)).isEmpty();
        assertThat(CameraLayouts.read(example).of("entrance-1").lines())
                .extracting(CountingLine::name)
                .containsExactly("door");
    }

    private static CountingLine line(String ends, Heading in) {
        List<Point> points = points(ends);
        return new CountingLine("line", points.get(0), points.get(1), in);
    }

    private static Zone zone(String name, String corners) {
        return new Zone(name, points(corners));
    }

    /** Such as {@code 0 0, 1 0.5}. */
    private static List<Point> points(String text) {
        return List.of(text.split(", ")).stream()
                .map(pair -> pair.split(" "))
                .map(pair -> new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toList();
    }

    private static CameraLayouts read(String json) throws IOException {
        return CameraLayouts.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
