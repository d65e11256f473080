package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    @Test
    void namesAreSnakeCaseTimesIsoAndEnumsAsInTheTables() {
        assertThat(text(JsonCodec.write(Samples.visit()))).isEqualTo("""
                        {"visit_id":"visit-1","device_id":"entrance-1","first_seen":"2026-05-01T10:00:00.125Z",\
                        "last_seen":"2026-05-01T10:01:00.125Z","frames":100,\
                        "attributes":{"age_years":31.5,"age_band":"30-39","age_confidence":0.8,"gender":"female",\
                        "gender_confidence":0.9,"emotion":"happiness","emotion_confidence":0.7},\
                        "recognition":"new","model_version":"faces 1",\
                        "crossings":[{"line":"door","direction":"in","crossed_at":"2026-05-01T10:00:02.125Z"}],\
                        "zone_stays":[{"zone":"till","entered_at":"2026-05-01T10:00:10.125Z","left_at":"2026-05-01T10:00:30.125Z"}],\
                        "heading":"down-left"}""");
    }

    @Test
    void flagsAndDurationsKeepTheirNames() {
        assertThat(text(JsonCodec.write(Samples.crowdDemographics())))
                .contains("\"is_final\":true", "\"dwell_p90_seconds\":60.0", "\"age_band\":\"60+\"")
                .doesNotContain("\"final\"");
        assertThat(text(JsonCodec.write(Samples.deviceTelemetry()))).contains("\"uptime\":\"PT1H30M\"");
        assertThat(text(JsonCodec.write(Samples.deadLetter()))).contains("\"reason\":\"IMAGE_INVALID\"");
    }

    @ParameterizedTest
    @MethodSource("io.crowdlake.contracts.Samples#all")
    void whatIsWrittenIsReadBack(Object contract) throws IOException {
        assertThat(JsonCodec.read(JsonCodec.write(contract), contract.getClass()))
                .isEqualTo(contract);
    }

    @Test
    void fieldsThatNobodyKnowsAreSkipped() throws IOException {
        String json = text(JsonCodec.write(Samples.frameAnalysis()))
                .replaceFirst("\\{", "{\"colour\":{\"of\":[\"the\",\"sky\"]},")
                .replace("\"box\":{", "\"box\":{\"depth\":7,")
                .replace("\"attributes\":{", "\"attributes\":{\"hat\":true,");

        assertThat(read(json)).isEqualTo(Samples.frameAnalysis());
    }

    @Test
    void whatMayBeLeftOutHasItsDefault() throws IOException {
        FrameAnalysis analysis = read("""
                {"device_id": "cam", "boot_id": "b", "sequence": 7, "captured_at": "2026-05-01T10:00:00Z",
                 "analyzed_at": "2026-05-01T12:00:01+02:00", "frame_width": 640, "frame_height": 360, "model_version": "m 1",
                 "faces": [{"box": {"x": 0, "y": 0, "width": 1, "height": 1}, "score": 1}]}
                """);

        assertThat(analysis.analyzedAt()).hasToString("2026-05-01T10:00:01Z");
        assertThat(analysis.faces()).singleElement().satisfies(face -> assertThat(face.attributes())
                .isEqualTo(FaceAttributes.UNKNOWN));
        assertThat(analysis.origin()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sequence\":42 | \"sequence\":null | sequence is missing or of another type, must be a long",
                "\"sequence\":42, | '' | sequence is missing or of another type, must be a long",
                "\"sequence\":42 | \"sequence\":\"42\" | sequence is missing or of another type, must be a long",
                "\"sequence\":42 | \"sequence\":4.2 | sequence is missing or of another type, must be a long",
                "\"sequence\":42 | \"sequence\":-1 | sequence is -1, must not be negative",
                "\"device_id\":\"entrance-1\", | '' | device_id is missing",
                "\"device_id\":\"entrance-1\" | \"device_id\":\" \" | device_id is missing",
                "\"frame_width\":640 | \"frame_width\":0 | frame_width is 0, must be positive",
                "\"frame_width\":640 | \"frame_width\":2147483648 | frame_width has too many digits, must be an int",
                "\"x\":0.1 | \"x\":1.5 | faces[0].box: box.x is 1.5, must be within 0..1",
                "\"x\":0.1 | \"x\":\"NaN\" | faces[0].box: box.x is NaN, must be within 0..1",
                "\"score\":0.95 | \"score\":2 | faces[0]: face.score is 2.0, must be within 0..1",
                "\"age_years\":31.5 | \"age_years\":121 | faces[0].attributes: age_years is 121.0, must be within 0..120",
                "\"gender\":\"female\" | \"gender\":\"secret\" | faces[0].attributes.gender is missing or of another type, must be one of female, male, unknown",
                "\"gender\":\"female\" | \"gender\":0 | faces[0].attributes.gender is missing or of another type, must be one of female, male, unknown",
                "\"age_band\":\"30-39\" | \"age_band\":\"30\" | faces[0].attributes.age_band is missing or of another type, must be one of 0-15, 16-19, 20-29, 30-39, 40-49, 50-59, 60+, unknown",
                "\"captured_at\":\"2026 | \"captured_at\":\"secret | captured_at is missing or of another type, must be an instant",
                "\"partition\":3 | \"partition\":-3 | origin: origin.partition is -3, must not be negative",
                "\"faces\":[ | \"faces\":[null, | an entry of faces is missing",
                "\"faces\":[ | \"faces\":[{\"score\":\"secret\"}, | faces[0].score is missing or of another type, must be a double",
            })
    void aFieldThatIsWrongIsNamedAndTheTextIsNotQuoted(String field, String wrong, String message) {
        String json = text(JsonCodec.write(Samples.frameAnalysis()));
        assertThat(json).contains(field);

        assertThatThrownBy(() -> read(json.replace(field, wrong)))
                .isInstanceOf(IOException.class)
                .hasMessage(message)
                .hasMessageNotContainingAny("secret", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{\"device_id\": secret}",
                "{",
                "[]",
                "\"secret\"",
                "7",
                "{} secret",
                "{\"a\":\"\u0001\"}"
            })
    void whatIsNoContractIsOneLineThatSaysWhere(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        "JSON is broken at line 1, column \\d+|sequence is missing or of another type, must be a long")
                .hasMessageNotContaining("secret");
    }

    @Test
    void nullIsNoContract() {
        assertThatThrownBy(() -> read("null"))
                .isInstanceOf(IOException.class)
                .hasMessage("JSON is null, must be a FrameAnalysis");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};

        assertThatThrownBy(() -> JsonCodec.read(jpeg, FrameAnalysis.class))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("JSON is broken");
    }

    private static FrameAnalysis read(String json) throws IOException {
        return JsonCodec.read(json.getBytes(StandardCharsets.UTF_8), FrameAnalysis.class);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
