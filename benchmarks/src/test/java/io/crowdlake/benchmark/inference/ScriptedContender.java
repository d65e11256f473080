package io.crowdlake.benchmark.inference;

import io.crowdlake.benchmark.FakeTime;
import io.crowdlake.benchmark.StageClock;
import java.util.ArrayList;
import java.util.List;

/** Takes as long as it is told to, and remembers what it was given. */
final class ScriptedContender implements Contender {

    private final String name;
    private final FakeTime time;
    private final long millisPerStage;
    final List<DrawnFrame> analyzed = new ArrayList<>();

    ScriptedContender(String name, FakeTime time, long millisPerStage) {
        this.name = name;
        this.time = time;
        this.millisPerStage = millisPerStage;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int analyze(DrawnFrame frame, StageClock<Stage> clock) {
        analyzed.add(frame);
        for (Stage stage : Stage.values()) {
            time.pass(millisPerStage, millisPerStage);
            clock.end(stage);
        }
        return frame.faces().size();
    }

    @Override
    public void close() {}
}
