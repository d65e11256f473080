package io.crowdlake.device.config;

import io.crowdlake.device.hub.Transport;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All settings of the twin. */
final class Settings {

    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final int SMALLEST_SIDE = 64;
    private static final int LARGEST_SIDE = 3840;

    static final List<Setting<?>> ALL = List.of(
            new Setting<>(
                    "enabled",
                    CameraConfiguration::enabled,
                    CameraConfiguration::withEnabled,
                    (before, value) -> flag(value),
                    value -> value),
            new Setting<>(
                    "captureInterval",
                    CameraConfiguration::captureInterval,
                    CameraConfiguration::withCaptureInterval,
                    (before, value) -> interval(value),
                    Duration::toString),
            new Setting<>(
                    "quality",
                    CameraConfiguration::quality,
                    CameraConfiguration::withQuality,
                    (before, value) -> whole(value, 10, 100),
                    value -> value),
            new Setting<>(
                    "transport",
                    CameraConfiguration::transport,
                    CameraConfiguration::withTransport,
                    (before, value) -> transport(value),
                    Transport::label),
            new Setting<>(
                    "resolution",
                    CameraConfiguration::resolution,
                    CameraConfiguration::withResolution,
                    (before, value) -> resolution(value),
                    value -> value),
            new Setting<>(
                    "regionOfInterest",
                    CameraConfiguration::region,
                    CameraConfiguration::withRegion,
                    (before, value) -> RegionForm.parse(before.region(), value),
                    RegionForm::report),
            new Setting<>(
                    "policy",
                    CameraConfiguration::policy,
                    CameraConfiguration::withPolicy,
                    (before, value) -> PolicyForm.parse(before.policy(), value),
                    PolicyForm::report),
            new Setting<>(
                    "motionThreshold",
                    CameraConfiguration::motionThreshold,
                    CameraConfiguration::withMotionThreshold,
                    (before, value) -> fraction(value),
                    value -> value));

    private Settings() {}

    static Optional<Setting<?>> find(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    static String names() {
        return ALL.stream().map(Setting::name).collect(Collectors.joining(", "));
    }

    private static boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("must be true or false");
    }

    private static Duration interval(Object value) {
        String rule = "must be an ISO-8601 duration from PT0S to " + LONGEST_INTERVAL;
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

    private static int whole(Object value, int least, int most) {
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
    }

    private static int resolution(Object value) {
        if (value instanceof Number number && number.doubleValue() == 0) {
            return 0;
        }
        try {
            return whole(value, SMALLEST_SIDE, LARGEST_SIDE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be 0 for the source's own, or the longest side in pixels from " + SMALLEST_SIDE + " to "
                            + LARGEST_SIDE,
                    e);
        }
    }

    private static double fraction(Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("must be a share of the picture from 0 (off) to 1");
    }

    private static Transport transport(Object value) {
        return Arrays.stream(Transport.values())
                .filter(transport -> transport.label().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(Transport.values())
                                .map(Transport::label)
                                .collect(Collectors.joining(", "))));
    }
}
