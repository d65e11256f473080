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
                Map.of("team", "retail"),
                "policy",
                Map.of("age", false, "frameRetentionSeconds", 60L, "gender", "nonsense")));

        assertThat(entry)
                .isEqualTo(new RegistryEntry(
                        "door",
                        "Lyon",
                        "entrance",
                        "Europe/Paris",
                        Map.of("floor", "2", "owner.team", "retail"),
                        new Policy(false, null, null, null, 60L)));
    }

    @Test
    void aDeviceWithoutTagsHasARowAllTheSame() {
        assertThat(entry(Map.of("site", " ", "policy", "strict")))
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
