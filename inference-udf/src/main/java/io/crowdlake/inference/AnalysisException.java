package io.crowdlake.inference;

import io.crowdlake.contracts.DeadLetterReason;

/** This frame can never be analysed, however often it is tried. The message is one sentence without any content of the frame. */
public class AnalysisException extends Exception {

    private static final long serialVersionUID = 1;

    private final DeadLetterReason reason;

    public AnalysisException(DeadLetterReason reason, String message) {
        // No stack trace: a camera that sends nothing but rubbish must not cost more than one that works.
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The code under which the frame goes to the dead letters. */
    public DeadLetterReason reason() {
        return reason;
    }
}
