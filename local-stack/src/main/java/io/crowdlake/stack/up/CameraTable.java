package io.crowdlake.stack.up;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.stack.console.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the cameras say of themselves beside what the job says of them: as a table, or in one line. */
final class CameraTable {

    private static final List<String> HEADINGS =
            List.of("camera", "sent", "analysed", "in view", "visitors", "entries", "last event");
    private static final List<Boolean> RIGHT = List.of(false, true, true, true, true, true, true);

    private CameraTable() {}

    /** A row for each camera that either side knows. */
    static List<String> table(Map<String, Long> sent, Map<String, CameraNews> news, Instant now) {
        TextTable table = TextTable.of(HEADINGS, RIGHT);
        TreeSet<String> cameras = new TreeSet<>(sent.keySet());
        cameras.addAll(news.keySet());
        CameraNews none = new CameraNews();
        for (String camera : cameras) {
            CameraNews one = news.getOrDefault(camera, none);
            Optional<CrowdDemographics> window = one.currentWindow();
            table.row(List.of(
                    camera,
                    Long.toString(sent.getOrDefault(camera, 0L)),
                    Long.toString(one.analysed()),
                    Integer.toString(one.inView()),
                    Long.toString(window.map(CrowdDemographics::visitors).orElse(0L)),
                    Long.toString(window.map(CrowdDemographics::entries).orElse(0L)),
                    one.lastEvent().map(event -> ago(event, now)).orElse("-")));
        }
        return table.lines();
    }

    /** The sums of all cameras. */
    static String line(Map<String, Long> sent, Map<String, CameraNews> news) {
        int cameras = Math.max(sent.size(), news.size());
        return String.format(
                "%s: %d frames sent, %d analysed, %d people in view, %d visitors in the current windows",
                cameras == 1 ? "1 camera" : cameras + " cameras",
                sent.values().stream().mapToLong(Long::longValue).sum(),
                news.values().stream().mapToLong(CameraNews::analysed).sum(),
                news.values().stream().mapToInt(CameraNews::inView).sum(),
                news.values().stream()
                        .flatMap(one -> one.currentWindow().stream())
                        .mapToLong(CrowdDemographics::visitors)
                        .sum());
    }

    private static String ago(Instant event, Instant now) {
        long seconds = Math.max(0, Duration.between(event, now).toSeconds());
        return seconds + " s ago";
    }
}
