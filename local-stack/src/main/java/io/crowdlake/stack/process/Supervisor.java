package io.crowdlake.stack.process;

import io.crowdlake.stack.data.Leftovers;
import io.crowdlake.stack.data.StackState.StartedProcess;
import io.crowdlake.stack.data.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the stack's processes, remembers them on the disk in case this one is killed, and sees when one of them dies. */
public final class Supervisor {

    private final StateStore state;
    private final List<ManagedProcess> watched = new ArrayList<>();

    public Supervisor(StateStore state) {
        this.state = state;
    }

    /** Starts a process that must run until it is stopped. */
    public synchronized ManagedProcess start(ProcessSpec spec) {
        ManagedProcess process = startTask(spec);
        watched.add(process);
        return process;
    }

    /** Starts a process that may end by itself. */
    public synchronized ManagedProcess startTask(ProcessSpec spec) {
        ManagedProcess process = ManagedProcess.start(spec);
        StartedProcess started = Leftovers.describe(process.name(), process.handle());
        state.update(before -> {
            List<StartedProcess> processes = new ArrayList<>(before.processes());
            processes.add(started);
            return before.withRunning(before.ports(), processes);
        });
        return process;
    }

    /** One of those that must run but does not. */
    public synchronized Optional<ManagedProcess> dead() {
        return watched.stream().filter(ManagedProcess::diedByItself).findFirst();
    }
}
