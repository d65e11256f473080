package io.crowdlake.stack.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryEntryTest {

    @Test
    void tagsOfATwinBecomeColumns() {
        RegistryEntry entry = entry(Map.of(
                "site",
                "Lyon",
                "zone",
                "entrance",
                "timeZone",
                "Europe/Paris",
                "floor",
                2L,
                "owner",
                Map.of("team", "retail")));

        assertThat(entry)
                .isEqualTo(new RegistryEntry(
                        "door",
                        "Lyon",
                        "entrance",
                        "Europe/Paris",
                        Map.of("floor", "2", "owner.team", "retail"),
                        Policy.NONE));
    }

    @Test
    void thePolicyIsWhatTheCameraSaysThatItDoes() {
        Map<String, Object> asked =
                Map.of("policy", Map.of("age", false, "frameRetentionSeconds", 60L, "gender", "nonsense"));
        Map<String, Object> refused =
                Map.of("policy", Map.of("value", Map.of("age", true, "gender", true, "emotion", false), "ac", 400L));

        assertThat(policy(asked, Map.of())).isEqualTo(new Policy(false, null, null, null, 60L));
        assertThat(policy(asked, refused)).isEqualTo(new Policy(true, true, false, null, null));
        assertThat(policy(Map.of("policy", "strict"), Map.of())).isEqualTo(Policy.NONE);
    }

    private static Policy policy(Map<String, Object> desired, Map<String, Object> reported) {
        return RegistryEntry.of(new HubDevice("door", true, true, null, Map.of(), desired, reported))
                .policy();
    }

    @Test
    void aDeviceWithoutTagsHasARowAllTheSame() {
        assertThat(entry(Map.of("site", " ")))
                .isEqualTo(new RegistryEntry("door", null, null, null, Map.of(), Policy.NONE));
    }

    @Test
    void quotesStayWithinTheirText() {
        String sql = DevicesTable.insert(List.of(entry(Map.of("site", "O'Fallon'); DROP TABLE devices --"))));
        assertThat(sql).contains("'O''Fallon''); DROP TABLE devices --'");
    }

    private static RegistryEntry entry(Map<String, Object> tags) {
        return RegistryEntry.of(new HubDevice("door", true, true, null, tags, Map.of(), Map.of()));
    }
}
