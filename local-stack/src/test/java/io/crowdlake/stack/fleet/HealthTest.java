package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void aCameraThatWasJustHeardIsWell() {
        assertThat(judged(device("door", true, NOW.minusSeconds(100), "0.2.0"), null))
                .isEmpty();
    }

    @Test
    void silenceIsAProblem() {
        assertThat(judged(device("door", true, NOW.minusSeconds(121), "0.2.0"), null))
                .containsExactly("silent for 2 min");
        assertThat(judged(device("door", true, null, ""), null)).containsExactly("has never been heard");
    }

    @Test
    void theLakeMayHaveHeardMoreThanTheHub() {
        assertThat(judged(device("door", true, null, "0.2.0"), told(NOW.minusSeconds(30), 0, "0.2.0", null)))
                .isEmpty();
    }

    @Test
    void whatACameraSaysOfItselfCounts() {
        assertThat(judged(device("door", true, NOW, "0.2.0"), told(NOW, 12, "0.2.0", "the clip cannot be read")))
                .containsExactly("dropped 12 frames in the last hour", "the clip cannot be read");
    }

    @Test
    void softwareIsOldWhereAnotherCameraRunsANewerOne() {
        List<Health> all = Health.of(
                List.of(
                        device("old", true, NOW, "0.9.0"),
                        device("test", true, NOW, "0.10.0-SNAPSHOT"),
                        device("new", true, NOW, "0.10.0")),
                Map.of(),
                LIMIT,
                null,
                NOW);
        assertThat(all)
                .extracting(Health::problems)
                .containsExactly(
                        List.of("runs 0.9.0, not 0.10.0"), List.of("runs 0.10.0-SNAPSHOT, not 0.10.0"), List.of());
        assertThat(Health.of(List.of(device("door", true, NOW, "0.9.0")), Map.of(), LIMIT, "1.0.0", NOW)
                        .get(0)
                        .problems())
                .containsExactly("runs 0.9.0, not 1.0.0");
    }

    @Test
    void whoHasNotToldItsVersionMayRunAnOldOne() {
        HubDevice silent = device("door", true, NOW, "");
        assertThat(Health.of(List.of(silent), Map.of(), LIMIT, "1.0.0", NOW)
                        .get(0)
                        .problems())
                .containsExactly("has not told its version, should be 1.0.0");
        assertThat(judged(silent, null)).as("nothing to compare with").isEmpty();
    }

    @Test
    void aCameraThatIsOutOfServiceNeedsNobody() {
        assertThat(Health.of(List.of(device("door", false, null, "")), Map.of(), LIMIT, null, NOW))
                .isEmpty();
    }

    private static List<String> judged(HubDevice device, LakeTelemetry told) {
        Map<String, LakeTelemetry> telemetry = told == null ? Map.of() : Map.of(device.deviceId(), told);
        return Health.of(List.of(device), telemetry, LIMIT, null, NOW).get(0).problems();
    }

    private static HubDevice device(String id, boolean enabled, Instant lastSeen, String version) {
        Map<String, Object> reported = version.isEmpty() ? Map.of() : Map.of("softwareVersion", version);
        return new HubDevice(id, enabled, true, lastSeen, Map.of(), Map.of(), reported);
    }

    private static LakeTelemetry told(Instant sentAt, long dropped, String version, String trouble) {
        return new LakeTelemetry(sentAt, dropped, 0, null, version, trouble);
    }
}
