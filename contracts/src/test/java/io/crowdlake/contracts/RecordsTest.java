package io.crowdlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final Instant TIME = Samples.TIME;

    @Test
    void aFrameNeverShowsItsPicture() {
        byte[] picture = "pixels of a face".getBytes(StandardCharsets.UTF_8);
        CameraFrame frame = new CameraFrame(
                "cam", "boot", 7, TIME, null, CognitiveTypes.CAMFRAME_ANALYSIS, "image/jpeg", picture, Samples.ORIGIN);

        assertThat(frame.toString())
                .isEqualTo("CameraFrame[cam boot boot #7 at 2026-05-01T10:00:00.125Z, image/jpeg, 16 bytes, "
                        + Samples.ORIGIN + "]");
        assertThat(frame.toString()).doesNotContain("pixels", Arrays.toString(picture), "[B@");
        assertThat(frame.payload()).as("not copied").isSameAs(picture);
    }

    @Test
    void aFrameNamesWhatIsMissing() {
        assertRefused(() -> frame(null, "boot", 0, new byte[0]), "deviceId is missing");
        assertRefused(() -> frame(" ", "boot", 0, new byte[0]), "deviceId is missing");
        assertRefused(() -> frame("cam", "", 0, new byte[0]), "bootId is missing");
        assertRefused(() -> frame("cam", "boot", -1, new byte[0]), "sequence is -1, must not be negative");
        assertRefused(() -> frame("cam", "boot", 0, null), "payload is missing");
    }

    @Test
    void listsAreCopiedAndCannotBeChanged() {
        List<DetectedFace> faces = new ArrayList<>(Samples.frameAnalysis().faces());
        FrameAnalysis analysis = Samples.frameAnalysis().withFaces(faces);
        faces.clear();

        assertThat(analysis.faces()).hasSize(1);
        assertThatThrownBy(() -> analysis.faces().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Samples.frameAnalysis().withFaces(null).faces()).isEmpty();
        assertRefused(
                () -> Samples.frameAnalysis().withFaces(Arrays.asList((DetectedFace) null)),
                "an entry of faces is missing");
    }

    @Test
    void aFaceKeepsEverythingWhenItGetsItsVisit() {
        DetectedFace face = new DetectedFace(new BoundingBox(0, 0, 1, 1), 0.5, null);

        assertThat(face.attributes()).isEqualTo(FaceAttributes.UNKNOWN);
        assertThat(face.withVisit("v")).isEqualTo(new DetectedFace(face.box(), 0.5, FaceAttributes.UNKNOWN, "v"));
    }

    @Test
    void aTrackedFaceLosesWhatItWasToldApartBy() {
        DetectedFace face = new DetectedFace(new BoundingBox(0, 0, 1, 1), 0.5, null)
                .withClothing(new Colour(1, 2, 3))
                .withHair(new Colour(4, 5, 6))
                .withEmbedding(new SealedEmbedding(new byte[] {7}));

        assertThat(face.withVisit("v").clothing()).isEqualTo(new Colour(1, 2, 3));
        assertThat(face.withVisit("v").hair()).isEqualTo(new Colour(4, 5, 6));
        assertThat(face.tracked("v")).isEqualTo(new DetectedFace(face.box(), 0.5, FaceAttributes.UNKNOWN, "v"));
        assertThat(face.tracked(null).visitId()).isNull();
    }

    @Test
    void confidencesAreFractions() {
        assertRefused(() -> attributes(1.1, 0, 0), "ageConfidence is 1.1, must be within 0..1");
        assertRefused(() -> attributes(0, -0.1, 0), "genderConfidence is -0.1, must be within 0..1");
        assertRefused(() -> attributes(0, 0, Double.NaN), "emotionConfidence is NaN, must be within 0..1");
    }

    @Test
    void aVisitDoesNotEndBeforeItBegins() {
        assertThat(Samples.visit().dwell()).isEqualTo(Duration.ofMinutes(1));
        assertRefused(
                () -> new Visit("v", "cam", TIME, TIME.minusMillis(1), 1, null, null, "m"),
                "lastSeen is 2026-05-01T10:00:00.124Z, must not be before firstSeen 2026-05-01T10:00:00.125Z");
        assertThat(new Visit("v", "cam", TIME, TIME, 1, null, null, "m").recognition())
                .isEqualTo(Recognition.UNKNOWN);
    }

    @Test
    void aWindowHasALength() {
        assertRefused(
                () -> window(TIME, TIME, 0, null),
                "windowEnd is 2026-05-01T10:00:00.125Z, must be after windowStart 2026-05-01T10:00:00.125Z");
    }

    @Test
    void meansAreNumbers() {
        Instant end = TIME.plusSeconds(1);
        assertRefused(
                () -> window(TIME, end, Double.NaN, null),
                "meanOccupancy is NaN, must be a number that is not negative");
        assertRefused(
                () -> window(TIME, end, Double.POSITIVE_INFINITY, null),
                "meanOccupancy is Infinity, must be a number that is not negative");
        assertRefused(
                () -> window(TIME, end, 0, -1.0), "dwellMeanSeconds is -1.0, must be a number that is not negative");
        assertThat(window(TIME, end, 0, null).ageGender()).isEmpty();
    }

    @Test
    void telemetryIsWithinWhatADeviceCanBe() {
        assertRefused(
                () -> new DeviceTelemetry("cam", TIME, 0, 0, 0, 0, null, "1", Duration.ofSeconds(-1), null),
                "uptime is PT-1S, must not be negative");
        assertRefused(
                () -> new DeviceTelemetry("cam", TIME, 0, 0, 0, 0, Double.NaN, "1", Duration.ZERO, null),
                "temperatureCelsius is NaN, must be within -273.15..1000.0");
        assertRefused(
                () -> new DeviceTelemetry("cam", TIME, -1, 0, 0, 0, null, "1", Duration.ZERO, null),
                "framesCaptured is -1, must not be negative");
        assertRefused(
                () -> new DeviceTelemetry("cam", TIME, 0, 0, 0, 0, null, "1", Duration.ZERO, "x".repeat(501)),
                "trouble has 501 characters, must have at most 500");
    }

    private static CameraFrame frame(String device, String boot, long sequence, byte[] payload) {
        return new CameraFrame(device, boot, sequence, TIME, null, "camframe-analysis", "image/jpeg", payload, null);
    }

    private static FaceAttributes attributes(double age, double gender, double emotion) {
        return new FaceAttributes(null, AgeBand.UNKNOWN, age, Gender.UNKNOWN, gender, Emotion.UNKNOWN, emotion);
    }

    private static CrowdDemographics window(Instant start, Instant end, double meanOccupancy, Double dwell) {
        return new CrowdDemographics(
                "cam",
                start,
                end,
                1,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                meanOccupancy,
                dwell,
                null,
                null,
                null,
                null,
                "m",
                end);
    }

    private static void assertRefused(ThrowingCallable build, String message) {
        assertThatThrownBy(build).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
