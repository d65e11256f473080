package io.crowdlake.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageClockTest {

    private enum Step {
        FIRST,
        SECOND,
        NEVER
    }

    private final FakeTime time = new FakeTime();
    private final StageClock<Step> clock = new StageClock<>(Step.class, time);

    @Test
    void addsUpEachStageOverAllRepetitions() {
        for (int i = 0; i < 3; i++) {
            clock.start();
            time.pass(10, 0);
            clock.end(Step.FIRST);
            time.pass(5, 2);
            clock.end(Step.SECOND);
        }

        assertThat(clock.of(Step.FIRST)).isEqualTo(millis(30, 30));
        assertThat(clock.of(Step.SECOND)).isEqualTo(millis(15, 21));
        assertThat(clock.total()).isEqualTo(millis(45, 51));
    }

    @Test
    void whatPassesBetweenTheRepetitionsBelongsToNoStage() {
        time.pass(1_000, 1_000);
        clock.start();
        time.pass(10, 0);
        clock.end(Step.FIRST);
        time.pass(1_000, 0);
        clock.start();
        time.pass(10, 0);
        clock.end(Step.FIRST);

        assertThat(clock.total()).isEqualTo(millis(20, 20));
    }

    @Test
    void aStageThatNeverCameTookNoTime() {
        assertThat(clock.of(Step.NEVER)).isEqualTo(Elapsed.NONE);
        assertThat(clock.total()).isEqualTo(Elapsed.NONE);
    }

    @Test
    void theSystemsClocksNeverGoBack() {
        ThreadTime system = ThreadTime.ofSystem();
        Elapsed before = system.now();
        Elapsed passed = system.now().minus(before);

        assertThat(passed.cpuNanos()).isNotNegative();
        assertThat(passed.wallNanos()).isNotNegative();
    }

    private static Elapsed millis(long cpu, long wall) {
        return new Elapsed(cpu * 1_000_000, wall * 1_000_000);
    }
}
