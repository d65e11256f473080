package io.crowdlake.hub;

/** The stand-in cannot start or go on; the message is one line that names the setting, its value and the remedy. */
public final class HubException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public HubException(String message) {
        super(message);
    }

    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
