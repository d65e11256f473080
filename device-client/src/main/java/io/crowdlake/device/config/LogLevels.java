package io.crowdlake.device.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** How much the program writes into its log; until it ends. The SDK's own log is not to be had: it shows tokens. */
final class LogLevels {

    /** All of ours. */
    static final String OURS = "io.crowdlake";

    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final Pattern LOGGER = Pattern.compile("io\\.crowdlake(\\.[A-Za-z0-9_$]+)*");

    private LogLevels() {}

    /** Sets a level; throws IllegalArgumentException with one line when level or logger are not among those that may be set. */
    static void set(String logger, String level) {
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("level is " + level + ", must be one of " + String.join(", ", LEVELS));
        }
        if (!LOGGER.matcher(logger).matches()) {
            throw new IllegalArgumentException(
                    "logger is " + logger + ", must be " + OURS + " or within it, such as io.crowdlake.device.hub");
        }
        Configurator.setLevel(logger, Level.valueOf(level.toUpperCase(Locale.ROOT)));
    }
}
