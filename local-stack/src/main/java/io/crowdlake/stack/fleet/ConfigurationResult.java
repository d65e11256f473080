package io.crowdlake.stack.fleet;

/**
 * What became of a wish at one device.
 *
 * @param deviceId the device
 * @param outcome in one word
 * @param version of the wish; 0 where it could not even be made
 * @param detail in one line; empty where there is nothing to say
 */
public record ConfigurationResult(String deviceId, Outcome outcome, long version, String detail) {

    /** How it ended. */
    public enum Outcome {
        /** The device says that it holds. */
        APPLIED,
        /** The device says that it is wrong; what held before still does. */
        REFUSED,
        /** The device is not connected, and will take it over when it comes back. */
        WAITING,
        /** The device is connected, but has not answered in time. */
        SILENT,
        /** The hub did not take the wish. */
        FAILED
    }
}
