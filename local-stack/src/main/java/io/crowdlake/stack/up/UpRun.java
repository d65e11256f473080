package io.crowdlake.stack.up;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.part.QueryEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One {@code crowd up} from the first part's start to the last one's end. */
final class UpRun {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(2);

    private final LocalStack stack;
    private final CameraProcess cameras;
    private final Console console;
    private final StopSignal stop;
    private final Clock clock;
    private final LiveView view;

    UpRun(LocalStack stack, CameraProcess cameras, Console console, StopSignal stop, Clock clock) {
        this.stack = stack;
        this.cameras = cameras;
        this.console = console;
        this.stop = stop;
        this.clock = clock;
        this.view = new LiveView(console, clock);
    }

    /**
     * Runs until the cameras' duration is over or a person stops it.
     *
     * @throws StackException when a part does not come up or dies; all others have been stopped by then
     */
    void run(QueryEngine queryEngine) throws InterruptedException {
        try {
            stop.interruptWhileStarting(Thread.currentThread());
            stack.start(queryEngine);
            try (EventTail events = new EventTail(stack.kafka())) {
                cameras.start(stack.entrance());
                Queries queries = Queries.startFor(stack);
                try (RegistryWatch registry = RegistryWatch.startFor(stack, queries)) {
                    stop.started();
                    new Addresses(console).print(stack);
                    watch(events, queries);
                    finish(events, queries);
                }
            }
        } catch (InterruptedException e) {
            if (!stop.isRequested()) {
                throw e;
            }
            console.line("stopped while starting");
        } catch (StackException e) {
            cameras.stop();
            stack.stopJobIfPossible();
            throw e;
        } finally {
            stop.started();
            // A request that came too late to interrupt the start must not interrupt the end.
            Thread.interrupted();
            cameras.stop();
            stack.stop();
        }
    }

    private void watch(EventTail events, Queries queries) throws InterruptedException {
        Instant nextCheck = clock.instant();
        boolean toldOfEnd = false;
        while (!stop.isRequested()) {
            events.poll(POLL);
            view.show(cameras.sent(), events.cameras());
            cameras.requireHealth();
            if (!clock.instant().isBefore(nextCheck)) {
                stack.requireHealth();
                queries.news().ifPresent(view::note);
                nextCheck = clock.instant().plus(CHECK);
            }
            if (cameras.isDone()) {
                return;
            }
            if (cameras.haveRunDry() && !toldOfEnd) {
                toldOfEnd = true;
                view.note("the sources have ended; Ctrl-C stops the rest");
            }
        }
        console.line("");
        console.line("stopping; Ctrl-C again stops without waiting for the last rows");
    }

    private void finish(EventTail events, Queries queries) throws InterruptedException {
        cameras.stop();
        new LastRows(stack, console, clock).await(stop, () -> events.poll(POLL));
        view.showLast(cameras.sent(), events.cameras());
        stack.stopJob();
        if (!stop.isUrgent()) {
            queries.await(console);
            new WindowReport(console).print(stack.trino(), events.windows());
        }
    }
}
