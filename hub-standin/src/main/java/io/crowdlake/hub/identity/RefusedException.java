package io.crowdlake.hub.identity;

/** A device that may not connect; the message says why, for the hub's log, since the device is told nothing that helps to guess. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        // no stack trace: a device may try again for ever
        super(message, null, false, false);
    }
}
