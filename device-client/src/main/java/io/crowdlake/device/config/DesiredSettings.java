package io.crowdlake.device.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over what the twin desires, setting by setting: a right value is applied, a wrong one leaves the last good one. Each is reported as
 * {@code {value, ac, av, ad}}, the form in which devices of the hub acknowledge: the value that holds, a code (200 applied, 400 wrong, 404 unknown), the
 * version of the wish, and words.
 */
public final class DesiredSettings {

    private static final int APPLIED = 200;
    private static final int WRONG = 400;
    private static final int UNKNOWN = 404;

    private final LiveConfiguration live;
    private final TransportCheck transports;

    public DesiredSettings(LiveConfiguration live, TransportCheck transports) {
        this.live = live;
        this.transports = transports;
    }

    /**
     * Applies a patch.
     *
     * @param desired by name; a null takes a setting back to what held at the start
     * @param version of the twin's desired properties
     * @return what to report, by name
     */
    public Map<String, Object> apply(Map<String, Object> desired, long version) {
        Map<String, Object> reported = new LinkedHashMap<>();
        desired.forEach((name, value) -> reported.put(
                name,
                Settings.find(name)
                        .map(setting -> applied(setting, value, version))
                        .orElseGet(() ->
                                report(UNKNOWN, version, name + " is unknown, must be one of " + Settings.names()))));
        live.keep();
        return reported;
    }

    /**
     * Applies all that the twin desires; a setting that is not there is as it was at the start.
     *
     * @param version of the twin's desired properties
     * @return what to report, by name
     */
    public Map<String, Object> applyAll(Map<String, Object> desired, long version) {
        CameraConfiguration next = live.get();
        for (Setting<?> setting : Settings.ALL) {
            if (desired.get(setting.name()) == null) {
                next = setting.copied(next, live.initial());
            }
        }
        live.set(next);
        return apply(desired, version);
    }

    private Map<String, Object> applied(Setting<?> setting, Object value, long version) {
        int code = APPLIED;
        String words = value == null ? "default" : "applied";
        try {
            live.set(checked(setting, value));
        } catch (IllegalArgumentException e) {
            code = WRONG;
            words = e.getMessage();
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("value", setting.report(live.get()));
        report.putAll(report(code, version, words));
        return report;
    }

    private CameraConfiguration checked(Setting<?> setting, Object value) {
        CameraConfiguration before = live.get();
        CameraConfiguration next =
                value == null ? setting.copied(before, live.initial()) : setting.changed(before, value);
        if (next.transport() != before.transport()) {
            Optional<String> refusal = transports.refusal(next.transport());
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(
                        setting.name() + " is " + next.transport() + ", which this camera cannot: " + refusal.get());
            }
        }
        return next;
    }

    private static Map<String, Object> report(int code, long version, String words) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ac", code);
        report.put("av", version);
        report.put("ad", words);
        return report;
    }
}
