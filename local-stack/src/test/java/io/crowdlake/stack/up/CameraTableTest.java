package io.crowdlake.stack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.stack.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CameraTableTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final CameraNews news = new CameraNews();

    @Test
    void showsWhatTheCameraSaysBesideWhatTheJobSays() {
        news.heard(TEN);
        news.frameAnalysed("door/1/0", analysis(0));
        news.frameAnalysed("door/1/1", analysis(1));
        news.windowChanged(window(NINE, 3, 7, 6));
        news.windowChanged(window(TEN, 1, 2, 1));

        List<String> lines = CameraTable.table(sent(), Map.of("door", news), TEN.plusSeconds(3));

        assertThat(lines)
                .containsExactly(
                        "camera  sent  analysed  in view  visitors  entries  last event",
                        "------  ----  --------  -------  --------  -------  ----------",
                        "door       5         2        0         2        1     3 s ago",
                        "gate       4         0        0         0        0           -");
        assertThat(CameraTable.line(sent(), Map.of("door", news)))
                .isEqualTo("2 cameras: 9 frames sent, 2 analysed, 0 people in view, 2 visitors in the current windows");
    }

    @Test
    void newsThatComesTwiceCountsOnce() {
        news.frameAnalysed("door/1/0", analysis(0));
        news.frameAnalysed("door/1/0", analysis(0));
        assertThat(news.analysed()).isEqualTo(1);
    }

    @Test
    void anOlderRevisionDoesNotReplaceANewerOne() {
        news.windowChanged(window(NINE, 3, 7, 6));
        news.windowChanged(window(NINE, 2, 5, 5));
        assertThat(news.currentWindow())
                .hasValueSatisfying(window -> assertThat(window.visitors()).isEqualTo(7));
    }

    @Test
    void itsMemoryIsBounded() {
        for (int i = 0; i < 20_000; i++) {
            news.frameAnalysed("door/1/" + i, analysis(i));
            news.windowChanged(window(NINE.plus(Duration.ofMinutes(i)), 1, 1, 1));
        }
        assertThat(news.analysed()).isEqualTo(20_000);
        assertThat(news.windows()).hasSize(1_000);
        assertThat(news.currentWindow().orElseThrow().windowStart()).isEqualTo(NINE.plus(Duration.ofMinutes(19_999)));
    }

    @Test
    void theViewIsRedrawnOnATerminalAndKeepsItsNotes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TestClock clock = new TestClock();
        LiveView view = new LiveView(new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), true), clock);
        view.show(sent(), Map.of());
        view.show(sent(), Map.of());
        String first = bytes.toString(StandardCharsets.UTF_8);
        assertThat(first.split("camera ", -1)).as("drawn once within a second").hasSize(2);

        view.note("Trino takes queries");
        view.show(sent(), Map.of());

        assertThat(bytes.toString(StandardCharsets.UTF_8).substring(first.length()))
                .startsWith("\033[4A\033[JTrino takes queries\n")
                .contains("door");
    }

    private static Map<String, Long> sent() {
        return new TreeMap<>(Map.of("door", 5L, "gate", 4L));
    }

    private static FrameAnalysis analysis(long sequence) {
        return new FrameAnalysis(
                "door", "1", sequence, TEN.plusMillis(sequence), null, TEN, 640, 480, "m 1", List.of(), null);
    }

    private static CrowdDemographics window(Instant start, long revision, long visitors, long entries) {
        return new CrowdDemographics(
                "door",
                start,
                start.plus(Duration.ofHours(1)),
                revision,
                false,
                100,
                visitors,
                entries,
                0,
                0,
                0,
                2,
                0.5,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "m 1",
                TEN);
    }
}
