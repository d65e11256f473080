package io.crowdlake.stack.up;

import io.crowdlake.stack.StackException;
import io.crowdlake.stack.console.Console;
import io.crowdlake.stack.data.DataFolder;
import io.crowdlake.stack.data.DataFolderLock;
import io.crowdlake.stack.data.Leftovers;
import io.crowdlake.stack.data.StackState;
import io.crowdlake.stack.data.StackState.StartedProcess;
import io.crowdlake.stack.data.StateStore;
import io.crowdlake.stack.install.CacheFolder;
import io.crowdlake.stack.install.Checkout;
import io.crowdlake.stack.part.QueryEngine;
import io.crowdlake.stack.process.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes sure that a data folder is free and fit, then runs a stack over it. */
public final class Up {

    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(10);

    private final Checkout checkout;
    private final CacheFolder cache;
    private final Console console;
    private final QueryEngine queryEngine;

    public Up(Checkout checkout, CacheFolder cache, Console console, QueryEngine queryEngine) {
        this.checkout = checkout;
        this.cache = cache;
        this.console = console;
        this.queryEngine = queryEngine;
    }

    /** Returns when the stack has been stopped; throws StackException when it could not start, or a part of it died. */
    public void run(UpSettings settings) throws InterruptedException {
        StopSignal stop = StopSignal.install();
        DataFolder data = settings.data().create();
        data.requireSpace();
        DataFolderLock lock = acquire(data);
        try (lock) {
            StateStore state = new StateStore(data);
            clearUp(state);
            Supervisor supervisor = new Supervisor(state);
            Clock clock = Clock.systemUTC();
            LocalStack stack = new LocalStack(settings, checkout, cache, console, state, supervisor);
            CameraProcess cameras =
                    new CameraProcess(settings.cameras(), data, supervisor, checkout.stackClasspath(), clock);
            new UpRun(stack, cameras, console, stop, clock).run(queryEngine);
        }
    }

    private static DataFolderLock acquire(DataFolder data) {
        return DataFolderLock.tryAcquire(data)
                .orElseThrow(() -> new StackException("another crowd runs over " + data.root()
                        + ": stop that one, or choose another folder with --data"));
    }

    private void clearUp(StateStore state) {
        List<StartedProcess> leftovers = Leftovers.find(state.get());
        if (!leftovers.isEmpty()) {
            List<String> names = leftovers.stream()
                    .map(process -> process.name() + " (process " + process.pid() + ")")
                    .toList();
            console.line(
                    "an earlier start was killed and left running: " + String.join(", ", names) + "; stopping them");
            Leftovers.stop(leftovers, LEFTOVER_GRACE);
        }
        state.update(StackState::stopped);
    }
}
