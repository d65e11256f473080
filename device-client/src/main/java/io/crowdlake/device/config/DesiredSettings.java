package io.crowdlake.device.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes over what the twin desires, setting by setting: a right value is applied, a wrong one leaves the last good one. Each is reported as
 * {@code {value, ac, av, ad}}, the form in which devices of the hub acknowledge: the value that holds, a code (200 applied, 400 wrong, 404 unknown), the
 * version of the wish, and words.
 */
public final class DesiredSettings {

    static final String ENABLED = "enabled";
    static final String CAPTURE_INTERVAL = "captureInterval";
    static final String QUALITY = "quality";

    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final int LOWEST_QUALITY = 10;
    private static final int HIGHEST_QUALITY = 100;

    private final LiveConfiguration live;

    public DesiredSettings(LiveConfiguration live) {
        this.live = live;
    }

    /**
     * Applies a patch.
     *
     * @param desired by name; a null takes a setting back to its default
     * @param version of the twin's desired properties
     * @return what to report, by name
     */
    public Map<String, Object> apply(Map<String, Object> desired, long version) {
        Map<String, Object> reported = new LinkedHashMap<>();
        desired.forEach((name, value) -> reported.put(name, acknowledged(name, value, version)));
        return reported;
    }

    private Map<String, Object> acknowledged(String name, Object value, long version) {
        CameraConfiguration before = live.get();
        Map<String, Object> report = new LinkedHashMap<>();
        int code = 200;
        String words = value == null ? "default" : "applied";
        try {
            live.set(changed(before, name, value));
        } catch (IllegalArgumentException e) {
            code = value(before, name) == null ? 404 : 400;
            words = e.getMessage();
        }
        Object now = value(live.get(), name);
        if (now != null) {
            report.put("value", now);
        }
        report.put("ac", code);
        report.put("av", version);
        report.put("ad", words);
        return report;
    }

    private static CameraConfiguration changed(CameraConfiguration before, String name, Object value) {
        CameraConfiguration defaults = CameraConfiguration.DEFAULT;
        return switch (name) {
            case ENABLED -> before.withEnabled(value == null ? defaults.enabled() : flag(name, value));
            case CAPTURE_INTERVAL ->
                before.withCaptureInterval(value == null ? defaults.captureInterval() : interval(name, value));
            case QUALITY -> before.withQuality(value == null ? defaults.quality() : percent(name, value));
            default ->
                throw new IllegalArgumentException(
                        name + " is unknown, must be one of " + ENABLED + ", " + CAPTURE_INTERVAL + ", " + QUALITY);
        };
    }

    private static Object value(CameraConfiguration configuration, String name) {
        return switch (name) {
            case ENABLED -> configuration.enabled();
            case CAPTURE_INTERVAL -> configuration.captureInterval().toString();
            case QUALITY -> configuration.quality();
            default -> null;
        };
    }

    private static boolean flag(String name, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(name + " is " + value + ", must be true or false");
    }

    private static Duration interval(String name, Object value) {
        String rule = name + " is " + value + ", must be an ISO-8601 duration from PT0S to " + LONGEST_INTERVAL;
        try {
            Duration interval = Duration.parse(String.valueOf(value));
            if (interval.isNegative() || interval.compareTo(LONGEST_INTERVAL) > 0) {
                throw new IllegalArgumentException(rule);
            }
            return interval;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    private static int percent(String name, Object value) {
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= LOWEST_QUALITY
                && number.intValue() <= HIGHEST_QUALITY) {
            return number.intValue();
        }
        throw new IllegalArgumentException(
                name + " is " + value + ", must be a whole number from " + LOWEST_QUALITY + " to " + HIGHEST_QUALITY);
    }
}
