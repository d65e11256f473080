package io.crowdlake.stack.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdlake.device.config.CameraControl;
import io.crowdlake.device.config.LiveConfiguration;
import io.crowdlake.stack.StackException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What people write as {@code name=value}: a value is JSON where it can be, and text otherwise; without a value the name is removed. */
public final class Assignments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*=.*", Pattern.DOTALL);
    private static final int GOOD = 200;

    private Assignments() {}

    /** Whether this is one of them, and no device id. */
    public static boolean isOne(String word) {
        return FORM.matcher(word).matches();
    }

    /** Settings of the twin, once the rules that cameras themselves follow have found nothing wrong. */
    public static Map<String, Object> settings(List<String> words) {
        Map<String, Object> settings = parse(words);
        new CameraControl(new LiveConfiguration())
                .configure(settings, 0)
                .values()
                .forEach(answer -> {
                    Map<?, ?> acknowledgement = (Map<?, ?>) answer;
                    if (!acknowledgement.get("ac").equals(GOOD)) {
                        throw new StackException(String.valueOf(acknowledgement.get("ad")));
                    }
                });
        return settings;
    }

    /** Tags; a name with dots is one within another, such as {@code owner.team}. */
    public static Map<String, Object> tags(List<String> words) {
        Map<String, Object> tags = parse(words);
        Object timeZone = tags.get("timeZone");
        try {
            if (timeZone != null) {
                ZoneId.of(timeZone.toString());
            }
        } catch (DateTimeException e) {
            throw new StackException("timeZone is " + timeZone + ", must be a time zone such as Europe/Berlin", e);
        }
        if (tags.containsKey("policy")) {
            // a camera never sees its tags: this one would promise what nobody keeps
            throw new StackException(
                    "policy is no tag but a setting of the camera: ./crowd fleet config ID policy.age=false");
        }
        return tags;
    }

    private static Map<String, Object> parse(List<String> words) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String word : words) {
            if (!isOne(word)) {
                throw new StackException("'" + word + "' must be name=value, such as site=Lyon");
            }
            int equals = word.indexOf('=');
            put(values, List.of(word.substring(0, equals).split("\\.")), value(word.substring(equals + 1)));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> values, List<String> path, Object value) {
        if (path.size() == 1) {
            values.put(path.get(0), value);
            return;
        }
        Object inner = values.computeIfAbsent(path.get(0), name -> new LinkedHashMap<String, Object>());
        if (!(inner instanceof Map)) {
            throw new StackException(path.get(0) + " cannot be a value and hold others");
        }
        put((Map<String, Object>) inner, path.subList(1, path.size()), value);
    }

    static Object value(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
