package io.crowdlake.stack.data;

import java.util.function.UnaryOperator;

/** The state of a data folder while its lock is held; every change is on the disk before it counts. */
public final class StateStore {

    private final DataFolder folder;
    private StackState state;

    public StateStore(DataFolder folder) {
        this.folder = folder;
        this.state = StackState.read(folder);
    }

    public synchronized StackState get() {
        return state;
    }

    public synchronized void update(UnaryOperator<StackState> change) {
        StackState next = change.apply(state);
        next.write(folder);
        state = next;
    }
}
