package io.crowdlake.device.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.AttributePolicy;
import io.crowdlake.contracts.BoundingBox;
import io.crowdlake.device.hub.Transport;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DesiredSettingsTest {

    private final LiveConfiguration live = new LiveConfiguration();
    private final DesiredSettings settings = new DesiredSettings(live, TransportCheck.ANY);

    @Example
    void rightValuesAreAppliedAndAcknowledgedWithTheVersion() {
        Map<String, Object> reported =
                settings.apply(Map.of("captureInterval", "PT2S", "quality", 70.0, "enabled", false), 5);

        assertThat(live.get())
                .isEqualTo(CameraConfiguration.DEFAULT
                        .withEnabled(false)
                        .withCaptureInterval(Duration.ofSeconds(2))
                        .withQuality(70));
        assertThat(reported)
                .containsEntry("quality", Map.of("value", 70, "ac", 200, "av", 5L, "ad", "applied"))
                .containsEntry("captureInterval", Map.of("value", "PT2S", "ac", 200, "av", 5L, "ad", "applied"))
                .containsEntry("enabled", Map.of("value", false, "ac", 200, "av", 5L, "ad", "applied"));
    }

    @Example
    void aWrongValueLeavesTheLastGoodOne() {
        settings.apply(Map.of("captureInterval", "PT2S", "quality", 70), 5);
        Map<String, Object> reported =
                settings.apply(Map.of("captureInterval", "often", "quality", 101, "enabled", "yes"), 6);

        assertThat(live.get())
                .isEqualTo(CameraConfiguration.DEFAULT
                        .withCaptureInterval(Duration.ofSeconds(2))
                        .withQuality(70));
        assertThat(reported)
                .containsEntry(
                        "captureInterval",
                        Map.of(
                                "value",
                                "PT2S",
                                "ac",
                                400,
                                "av",
                                6L,
                                "ad",
                                "captureInterval is often, must be an ISO-8601 duration from PT0S to PT1H"))
                .containsEntry(
                        "quality",
                        Map.of(
                                "value",
                                70,
                                "ac",
                                400,
                                "av",
                                6L,
                                "ad",
                                "quality is 101, must be a whole number from 10 to 100"))
                .containsEntry(
                        "enabled",
                        Map.of("value", true, "ac", 400, "av", 6L, "ad", "enabled is yes, must be true or false"));
    }

    @Example
    void aSettingThatIsTakenBackIsAsAtTheStart() {
        settings.apply(Map.of("quality", 70), 5);
        settings.apply(Collections.singletonMap("quality", null), 6);
        assertThat(live.get()).isEqualTo(CameraConfiguration.DEFAULT);
    }

    @Example
    void anUnknownSettingIsSaidToBe() {
        assertThat(settings.apply(Map.of("qualty", 70), 5).get("qualty"))
                .isEqualTo(Map.of(
                        "ac",
                        404,
                        "av",
                        5L,
                        "ad",
                        "qualty is unknown, must be one of enabled, captureInterval, quality, transport, resolution,"
                                + " regionOfInterest, policy, motionThreshold"));
    }

    @Example
    void aWayThatTheCameraDoesNotHaveIsRefusedWithTheReason() {
        DesiredSettings onlyInline = new DesiredSettings(
                live, transport -> transport == Transport.INLINE ? Optional.empty() : Optional.of("no engine"));
        Map<String, Object> reported = onlyInline.apply(Map.of("transport", "edge"), 3);
        assertThat(live.get().transport()).isEqualTo(Transport.INLINE);
        assertThat(reported.get("transport"))
                .isEqualTo(Map.of(
                        "value",
                        "inline",
                        "ac",
                        400,
                        "av",
                        3L,
                        "ad",
                        "transport is edge, which this camera cannot: no engine"));

        settings.apply(Map.of("transport", "edge"), 4);
        assertThat(live.get().transport()).isEqualTo(Transport.EDGE);
        assertThat(settings.apply(Map.of("transport", "pigeon"), 5).get("transport"))
                .asString()
                .contains("transport is pigeon, must be one of inline, reference, edge");
        assertThat(live.get().transport()).isEqualTo(Transport.EDGE);
    }

    @Example
    void whatIsTakenBackIsAsTheProgramWasStarted() {
        LiveConfiguration edge = new LiveConfiguration(CameraConfiguration.DEFAULT.withTransport(Transport.EDGE));
        DesiredSettings desired = new DesiredSettings(edge, TransportCheck.ANY);
        desired.apply(Map.of("transport", "inline"), 1);
        desired.apply(Collections.singletonMap("transport", null), 2);
        assertThat(edge.get().transport()).isEqualTo(Transport.EDGE);
    }

    @Property(tries = 300)
    void nonsenseNeverChangesAnything(@ForAll String text, @ForAll double number) {
        CameraConfiguration before = live.get();
        settings.apply(
                Map.of(
                        "captureInterval",
                        text + "x",
                        "enabled",
                        number,
                        "quality",
                        text,
                        "transport",
                        text,
                        "resolution",
                        text,
                        "regionOfInterest",
                        text,
                        "policy",
                        text),
                1);
        assertThat(live.get()).isEqualTo(before);
    }

    @Example
    void framesComeNoOftenerThanConfigured() {
        settings.apply(Map.of("captureInterval", "PT2S"), 1);
        assertThat(live.wants(null)).isTrue();
        assertThat(live.wants(Duration.ofMillis(1999))).isFalse();
        assertThat(live.wants(Duration.ofSeconds(2))).isTrue();

        settings.apply(Map.of("enabled", false), 2);
        assertThat(live.wants(null)).isFalse();
        new CameraControl(live).call("captureNow", Map.of());
        assertThat(live.asked()).isTrue();
        assertThat(live.asked()).isFalse();
    }

    @Example
    void theRegionIsPatchedSideBySide() {
        settings.apply(Map.of("regionOfInterest", Map.of("x", 0.25, "width", 0.5)), 1);
        assertThat(live.get().region()).isEqualTo(new BoundingBox(0.25, 0, 0.5, 1));
        settings.apply(Map.of("regionOfInterest", Map.of("height", 0.5, "y", 0.5)), 2);
        assertThat(live.get().region()).isEqualTo(new BoundingBox(0.25, 0.5, 0.5, 0.5));
        assertThat(report("regionOfInterest", Map.of("width", 0.9)))
                .containsEntry("ac", 400)
                .containsEntry("value", Map.of("x", 0.25, "y", 0.5, "width", 0.5, "height", 0.5))
                .extractingByKey("ad")
                .asString()
                .contains("must be {x, y, width, height} as fractions of the picture, within it");
        for (Object wrong : List.of("all", 1, Map.of("left", 0), Map.of("x", "0"), Map.of("width", 0.01), Map.of())) {
            Map<String, Object> report = report("regionOfInterest", wrong);
            assertThat(report.get("ac")).as(wrong.toString()).isEqualTo(wrong.equals(Map.of()) ? 200 : 400);
        }
        assertThat(live.get().region()).isEqualTo(new BoundingBox(0.25, 0.5, 0.5, 0.5));
        settings.apply(Collections.singletonMap("regionOfInterest", null), 4);
        assertThat(live.get().region()).isEqualTo(CameraConfiguration.WHOLE);
    }

    @Example
    void thePolicyIsPatchedSwitchBySwitch() {
        settings.apply(Map.of("policy", Map.of("age", false)), 1);
        settings.apply(Map.of("policy", Map.of("emotion", false)), 2);
        settings.apply(Map.of("policy", Map.of("recognition", false)), 3);
        assertThat(live.get().policy()).isEqualTo(new AttributePolicy(false, true, false, false));
        assertThat(report("policy", Map.of("emotion", "no"))).containsEntry("ac", 400);
        assertThat(report("policy", Map.of("emotions", true))).containsEntry("ac", 400);
        assertThat(report("policy", Map.of("age", true)))
                .containsEntry("value", Map.of("age", true, "gender", true, "emotion", false, "recognition", false));
    }

    @Example
    void resolutionAndMotionThresholdHaveTheirRanges() {
        settings.apply(Map.of("resolution", 320.0, "motionThreshold", 0.02), 1);
        assertThat(live.get().resolution()).isEqualTo(320);
        assertThat(live.get().motionThreshold()).isEqualTo(0.02);
        assertThat(report("resolution", 63))
                .containsEntry("value", 320)
                .containsEntry(
                        "ad",
                        "resolution is 63, must be 0 for the source's own, or the longest side in pixels from 64 to 3840");
        assertThat(report("motionThreshold", 1.5))
                .containsEntry("value", 0.02)
                .containsEntry("ad", "motionThreshold is 1.5, must be a share of the picture from 0 (off) to 1");
        assertThat(report("resolution", 0)).containsEntry("ac", 200);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> report(String name, Object desired) {
        return (Map<String, Object>) settings.apply(Map.of(name, desired), 9).get(name);
    }
}
