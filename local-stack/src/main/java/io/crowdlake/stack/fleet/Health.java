package io.crowdlake.stack.fleet;

import java.lang.module.ModuleDescriptor.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a camera is doing.
 *
 * @param lastSeen by the hub or the lake, or null for never
 * @param softwareVersion of its program, or empty
 * @param telemetry of the last hour, or null where the lake has none
 * @param problems one line each; empty for a camera that is well
 */
public record Health(
        HubDevice device, Instant lastSeen, String softwareVersion, LakeTelemetry telemetry, List<String> problems) {

    public Health {
        problems = List.copyOf(problems);
    }

    /**
     * Judges all cameras that may sign in.
     *
     * @param telemetry of the lake, by device id
     * @param silentAfter how long a camera may not be heard
     * @param expected version that all should run, or null for the newest that one of them runs
     */
    public static List<Health> of(
            List<HubDevice> devices,
            Map<String, LakeTelemetry> telemetry,
            Duration silentAfter,
            String expected,
            Instant now) {
        Optional<String> wanted = Optional.ofNullable(expected).or(() -> devices.stream()
                .map(device -> version(device, telemetry.get(device.deviceId())))
                .filter(version -> !version.isEmpty())
                .max(Comparator.comparing(Health::parsed)));
        return devices.stream()
                .filter(HubDevice::enabled)
                .map(device -> judge(device, telemetry.get(device.deviceId()), silentAfter, wanted, now))
                .toList();
    }

    private static Health judge(
            HubDevice device, LakeTelemetry told, Duration silentAfter, Optional<String> wanted, Instant now) {
        List<String> problems = new ArrayList<>();
        Instant lastSeen = Stream.of(device.lastSeen(), told == null ? null : told.sentAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (lastSeen == null) {
            problems.add("has never been heard");
        } else if (lastSeen.isBefore(now.minus(silentAfter))) {
            problems.add("silent for " + words(Duration.between(lastSeen, now)));
        }
        String version = version(device, told);
        if (wanted.isPresent() && version.isEmpty() && lastSeen != null) {
            problems.add("has not told its version, should be " + wanted.get());
        } else if (wanted.isPresent() && parsed(version).compareTo(parsed(wanted.get())) < 0) {
            problems.add("runs " + version + ", not " + wanted.get());
        }
        if (told != null && told.framesDropped() > 0) {
            problems.add("dropped " + told.framesDropped() + " frames in the last hour");
        }
        if (told != null && told.trouble() != null) {
            problems.add(told.trouble());
        }
        return new Health(device, lastSeen, version, told, problems);
    }

    private static String version(HubDevice device, LakeTelemetry told) {
        return device.version().isEmpty() && told != null ? told.softwareVersion() : device.version();
    }

    /** What cannot be compared is older than everything. */
    private static Version parsed(String version) {
        try {
            return Version.parse(version);
        } catch (IllegalArgumentException e) {
            return Version.parse("0");
        }
    }

    /** In the largest unit that fills more than one. */
    public static String words(Duration time) {
        if (time.toDays() > 1) {
            return time.toDays() + " days";
        } else if (time.toHours() > 1) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 1 ? time.toMinutes() + " min" : Math.max(0, time.toSeconds()) + " s";
    }
}
