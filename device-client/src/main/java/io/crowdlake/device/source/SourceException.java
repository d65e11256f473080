package io.crowdlake.device.source;

/** A source that cannot be opened; the message is one line that names it and the remedy. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
