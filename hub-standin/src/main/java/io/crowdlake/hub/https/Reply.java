package io.crowdlake.hub.https;

/**
 * What a device is answered.
 *
 * @param status of HTTP
 * @param body JSON, words, or empty
 */
public record Reply(int status, String body) {

    public static final Reply NOTHING = new Reply(204, "");
    public static final Reply UNKNOWN = new Reply(404, "");

    /** A status alone. */
    public static Reply of(int status) {
        return new Reply(status, "");
    }
}
