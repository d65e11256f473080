package io.crowdlake.device.hub;

/** The hub cannot be reached or refuses the camera; the message is one line that names the setting and the remedy. */
public final class HubException extends Exception {

    private static final long serialVersionUID = 1;

    public HubException(String message) {
        super(message);
    }

    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
