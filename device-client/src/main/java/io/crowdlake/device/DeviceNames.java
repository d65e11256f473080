package io.crowdlake.device;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives each camera of a program a device id that a hub accepts: lower-case letters, digits and dashes, at most 64, each once. */
public final class DeviceNames {

    private static final int LONGEST = 64;

    private final Set<String> taken = new HashSet<>();

    DeviceNames() {}

    /**
     * The ids of all cameras of a program, in its order.
     *
     * @param simulated how many are drawn; they come first
     */
    public static List<String> of(int simulated, List<String> sources) {
        DeviceNames names = new DeviceNames();
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= simulated; i++) {
            ids.add(names.simulated(i));
        }
        sources.forEach(source -> ids.add(names.of(source)));
        return ids;
    }

    /** {@code camera-1}, {@code camera-2} and so on. */
    String simulated(int number) {
        return unique("camera-" + number);
    }

    /** From the last part of a file's name or an address, without its extension. */
    String of(String source) {
        String bare = source.replaceFirst("^[A-Za-z0-9+.-]+://(?:[^/@]*@)?", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "");
        String last = bare.substring(bare.lastIndexOf('/') + 1);
        String stem = last.matches(".+\\.[A-Za-z0-9]{1,5}") && !source.contains("://" + last)
                ? last.substring(0, last.lastIndexOf('.'))
                : last;
        String clean =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return unique(clean.isEmpty() ? "camera" : clean);
    }

    private String unique(String name) {
        String candidate = shortened(name, LONGEST);
        for (int i = 2; !taken.add(candidate); i++) {
            String suffix = "-" + i;
            candidate = shortened(name, LONGEST - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest).replaceAll("-+$", "");
    }
}
