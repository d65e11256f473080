package io.crowdlake.stack;

/** What the person at the command line can act on: the message is one line that names the setting and the remedy. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
