package io.crowdlake.device.hub;

/** A frame that the hub will never accept, however often it is sent. */
public final class FrameRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FrameRefusedException(String message) {
        super(message);
    }
}
