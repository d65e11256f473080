package io.crowdlake.stack.fleet;

import io.crowdlake.stack.StackException;
import java.util.Map;

/**
 * What may be told of people at a camera: the tag {@code policy} of its twin. A null says nothing.
 *
 * @param frameRetentionSeconds for how long frames may be kept
 */
record Policy(Boolean age, Boolean gender, Boolean emotion, Boolean recognition, Long frameRetentionSeconds) {

    private static final String RETENTION = "frameRetentionSeconds";

    /** Nothing is said. */
    static final Policy NONE = new Policy(null, null, null, null, null);

    /** Reads what it can: a tag that somebody else has written wrongly says nothing. */
    static Policy of(Object tag) {
        if (!(tag instanceof Map<?, ?> policy)) {
            return NONE;
        }
        return new Policy(
                flag(policy, "age"),
                flag(policy, "gender"),
                flag(policy, "emotion"),
                flag(policy, "recognition"),
                policy.get(RETENTION) instanceof Long seconds && seconds >= 0 ? seconds : null);
    }

    private static Boolean flag(Map<?, ?> policy, String name) {
        return policy.get(name) instanceof Boolean flag ? flag : null;
    }

    /** Throws StackException with one line when a person sets what is no policy. */
    static void check(String name, Object value) {
        switch (name) {
            case "age", "gender", "emotion", "recognition" ->
                require(value == null || value instanceof Boolean, name, value, "true or false");
            case RETENTION ->
                require(
                        value == null || (value instanceof Integer seconds && seconds >= 0),
                        name,
                        value,
                        "a number of seconds, 0 or more");
            default ->
                throw new StackException("policy." + name + " is unknown, must be one of age, gender, emotion,"
                        + " recognition, " + RETENTION);
        }
    }

    private static void require(boolean condition, String name, Object value, String rule) {
        if (!condition) {
            throw new StackException("policy." + name + " is " + value + ", must be " + rule);
        }
    }
}
