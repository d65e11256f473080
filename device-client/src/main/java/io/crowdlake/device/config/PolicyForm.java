package io.crowdlake.device.config;

import io.crowdlake.contracts.AttributePolicy;
import java.util.Map;
import java.util.Set;

/** A policy as the twin writes it: {@code {"age": true, "gender": true, "emotion": false, "recognition": false}}. A patch may name some of them. */
final class PolicyForm {

    private static final Set<String> NAMES = Set.of("age", "gender", "emotion", "recognition");
    private static final String RULE = "must be {age, gender, emotion, recognition}, each true or false";

    private PolicyForm() {}

    static AttributePolicy parse(AttributePolicy before, Object desired) {
        if (!(desired instanceof Map<?, ?> given) || !NAMES.containsAll(given.keySet())) {
            throw new IllegalArgumentException(RULE);
        }
        return new AttributePolicy(
                flag(given, "age", before.age()),
                flag(given, "gender", before.gender()),
                flag(given, "emotion", before.emotion()),
                flag(given, "recognition", before.recognition()));
    }

    private static boolean flag(Map<?, ?> given, String name, boolean before) {
        if (!given.containsKey(name)) {
            return before;
        }
        Object value = given.get(name);
        if (value == null) {
            return true;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(RULE);
    }

    static Object report(AttributePolicy policy) {
        return Map.of(
                "age", policy.age(),
                "gender", policy.gender(),
                "emotion", policy.emotion(),
                "recognition", policy.recognition());
    }
}
