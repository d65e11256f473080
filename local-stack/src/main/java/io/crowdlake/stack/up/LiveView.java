package io.crowdlake.stack.up;

import io.crowdlake.stack.console.Console;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Shows how the cameras fare: a table that is redrawn on a terminal, else a line now and then. */
final class LiveView {

    private static final Duration TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final Console console;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private int linesDrawn;

    LiveView(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Shows the news when it is time to. */
    void show(Map<String, Long> sent, Map<String, CameraNews> news) {
        Instant now = clock.instant();
        Duration interval = console.isTerminal() ? TERMINAL : ELSEWHERE;
        if (now.isBefore(next) || (sent.isEmpty() && news.isEmpty())) {
            return;
        }
        next = now.plus(interval);
        if (console.isTerminal()) {
            redraw(CameraTable.table(sent, news, now));
        } else {
            console.line(now.truncatedTo(ChronoUnit.SECONDS) + " " + CameraTable.line(sent, news));
        }
    }

    /** Says something that stays, above the table. */
    void note(String text) {
        if (linesDrawn > 0) {
            console.raw("\033[" + linesDrawn + "A\033[J");
            linesDrawn = 0;
        }
        console.line(text);
        next = Instant.MIN;
    }

    private void redraw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (linesDrawn > 0) {
            text.append("\033[").append(linesDrawn).append("A");
        }
        lines.forEach(line -> text.append("\r\033[K").append(line).append('\n'));
        console.raw(text.toString());
        linesDrawn = lines.size();
    }

    /** The last word, in full wherever it goes. */
    void showLast(Map<String, Long> sent, Map<String, CameraNews> news) {
        linesDrawn = 0;
        List<String> lines = CameraTable.table(sent, news, clock.instant());
        if (console.isTerminal()) {
            redraw(lines);
        } else {
            lines.forEach(console::line);
        }
        linesDrawn = 0;
    }
}
