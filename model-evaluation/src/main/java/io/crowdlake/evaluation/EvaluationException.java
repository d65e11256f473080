package io.crowdlake.evaluation;

/** Nothing can be measured. The message is one line for the user: the file, the line or entry, what is wrong and what to do. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
