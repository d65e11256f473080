package io.crowdlake.hub.device;

/** A device has sent too many messages for too long; the message says so in one line. */
final class ThrottledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ThrottledException(String message) {
        super(message);
    }
}
