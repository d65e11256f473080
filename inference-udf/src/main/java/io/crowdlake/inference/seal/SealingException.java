package io.crowdlake.inference.seal;

/** The key cannot be used, or is another than the one that sealed. The message is one line for the user: the setting, its value, the remedy. */
public class SealingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealingException(String message) {
        super(message);
    }
}
