package io.crowdlake.device;

import io.crowdlake.device.simulate.Simulation;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A simulated fleet for as long as it was asked for; tells every ten seconds in a line how it is doing. */
final class SimulationRun implements AutoCloseable {

    private static final int REPORT_SECONDS = 10;

    private final Simulation fleet;
    private final StatusFile status;
    private final PrintWriter out;
    private final Clock clock;
    private final Instant end;
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor();

    /**
     * Takes over the fleet: closing the run closes it.
     *
     * @param duration null: until it is stopped
     */
    SimulationRun(Simulation fleet, Duration duration, StatusFile status, PrintWriter out, Clock clock) {
        this.fleet = fleet;
        this.status = status;
        this.out = out;
        this.clock = clock;
        this.end = duration == null ? Instant.MAX : clock.instant().plus(duration);
        var unused = reporter.scheduleAtFixedRate(this::report, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
    }

    boolean finished() {
        return !clock.instant().isBefore(end);
    }

    private void report() {
        out.println(fleet.summary());
        out.flush();
        status.write(fleet.status());
    }

    @Override
    public void close() {
        reporter.shutdownNow();
        fleet.close();
        report();
    }
}
