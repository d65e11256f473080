package io.crowdlake.evaluation.picture;

/** A labelled file has no picture to look at; the message says what is wrong with it, without its name. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
