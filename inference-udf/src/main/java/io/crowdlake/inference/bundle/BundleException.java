package io.crowdlake.inference.bundle;

/** A model bundle cannot work. The message is one line for the user: the bundle, the file, what is wrong and what to do. */
public class BundleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
