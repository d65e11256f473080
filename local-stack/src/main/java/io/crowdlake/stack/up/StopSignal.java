package io.crowdlake.stack.up;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What a person at the keyboard, or the system, wants: the first Ctrl-C (or SIGTERM, SIGHUP) stops cleanly, the second at once.
 *
 * <p>Not a shutdown hook, because those of the libraries run at the same time and would close what stopping cleanly still needs.
 */
final class StopSignal {

    private int requests;
    private Thread starting;

    /** Listens for the rest of this process's life. */
    static StopSignal install() {
        StopSignal stop = new StopSignal();
        Signal.handle(new Signal("INT"), signal -> stop.request());
        Signal.handle(new Signal("TERM"), signal -> stop.request());
        Signal hangUp = new Signal("HUP");
        SignalHandler before = Signal.handle(hangUp, signal -> stop.request());
        if (before == SignalHandler.SIG_IGN) {
            // Started with nohup.
            Signal.handle(hangUp, SignalHandler.SIG_IGN);
        }
        return stop;
    }

    /** As if Ctrl-C had been pressed. */
    synchronized void request() {
        requests++;
        if (starting != null) {
            starting.interrupt();
        }
    }

    /** While a stack starts, a request interrupts the thread that starts it. */
    synchronized void interruptWhileStarting(Thread thread) {
        starting = thread;
        if (requests > 0) {
            thread.interrupt();
        }
    }

    synchronized void started() {
        starting = null;
    }

    synchronized boolean isRequested() {
        return requests > 0;
    }

    /** Whether there is no patience left for waiting. */
    synchronized boolean isUrgent() {
        return requests > 1;
    }
}
