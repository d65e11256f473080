package io.crowdlake.benchmark.windows;

import io.crowdlake.benchmark.BenchmarkException;
import io.crowdlake.benchmark.Elapsed;
import io.crowdlake.benchmark.Processor;
import io.crowdlake.benchmark.Progress;
import io.crowdlake.benchmark.Spread;
import io.crowdlake.benchmark.ThreadTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.FileUtils;

/** How many analyses a core counts in a second. */
final class WindowsBenchmark {

    private static final int MAKING_ROUNDS = 7;

    private final WindowsSettings settings;
    private final Progress progress;

    WindowsBenchmark(WindowsSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    WindowsReport run() throws InterruptedException {
        double makingNanos = makingNanos();
        List<WindowsRow> rows = new ArrayList<>();
        for (int cameras : settings.cameras()) {
            progress.step(cameras + (cameras == 1 ? " camera" : " cameras"));
            WindowsRow row = WindowsRow.of(cameras, makingNanos, run(cameras));
            progress.result(row.line());
            rows.add(row);
        }
        return new WindowsReport(Processor.name(), settings, WalkingPeople.FACES, makingNanos / 1e3, rows);
    }

    private CountingRun.Outcome run(int cameras) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("crowd-bench-windows");
            try {
                return new CountingRun(settings, folder).run(cameras);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new BenchmarkException("no folder for checkpoints: " + e.getMessage(), e);
        }
    }

    /** What it costs to make one analysis, without sending it anywhere. */
    private double makingNanos() {
        WalkingPeople people = new WalkingPeople(1_000, settings.framesPerSecond(), settings.overtaken());
        ThreadTime time = ThreadTime.ofSystem();
        List<Double> rounds = new ArrayList<>();
        long faces = 0;
        for (int round = 0; round < MAKING_ROUNDS; round++) {
            Elapsed start = time.now();
            for (long number = 0; number < settings.analyses(); number++) {
                faces += people.analysis(number).faces().size();
            }
            rounds.add((double) time.now().minus(start).cpuNanos() / settings.analyses());
        }
        if (faces != (long) MAKING_ROUNDS * settings.analyses() * WalkingPeople.FACES) {
            throw new IllegalStateException("analyses had " + faces + " faces");
        }
        return Spread.of(rounds).median();
    }
}
