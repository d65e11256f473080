package io.crowdlake.device.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.device.hub.Transport;
import java.time.Duration;
import java.util.Collections;
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
                        "qualty is unknown, must be one of enabled, captureInterval, quality, transport"));
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
        settings.apply(Map.of("captureInterval", text + "x", "enabled", number, "quality", text, "transport", text), 1);
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
        assertThat(live.wants(Duration.ZERO)).isTrue();
        assertThat(live.wants(Duration.ZERO)).isFalse();
    }
}
