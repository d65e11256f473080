package io.crowdlake.stack.fleet;

import java.util.Map;
import java.util.Optional;

/**
 * What may be told of people at a camera: the setting {@code policy} of its twin. A null says nothing.
 *
 * @param frameRetentionSeconds for how long frames may be kept
 */
record Policy(Boolean age, Boolean gender, Boolean emotion, Boolean recognition, Long frameRetentionSeconds) {

    private static final String SETTING = "policy";

    /** Nothing is said. */
    static final Policy NONE = new Policy(null, null, null, null, null);

    /** What the camera says that it does, or what it is asked to do while it has said nothing; what is written wrongly says nothing. */
    static Policy of(HubDevice device) {
        Optional<Object> applied = device.acknowledgement(SETTING).map(answer -> answer.get("value"));
        if (!(applied.orElse(device.desired().get(SETTING)) instanceof Map<?, ?> policy)) {
            return NONE;
        }
        return new Policy(
                flag(policy, "age"),
                flag(policy, "gender"),
                flag(policy, "emotion"),
                flag(policy, "recognition"),
                policy.get("frameRetentionSeconds") instanceof Long seconds && seconds >= 0 ? seconds : null);
    }

    private static Boolean flag(Map<?, ?> policy, String name) {
        return policy.get(name) instanceof Boolean flag ? flag : null;
    }
}
