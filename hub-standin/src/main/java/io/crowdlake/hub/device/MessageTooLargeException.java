package io.crowdlake.hub.device;

/** A message is larger than the hub takes; the message says so in one line. */
final class MessageTooLargeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MessageTooLargeException(String message) {
        super(message);
    }
}
