package io.crowdlake.job.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;

/** Reads {@code --config FILE} and {@code --KEY VALUE} into one map of known keys; the command line wins over the file. */
final class JobArguments {

    private JobArguments() {}

    /** Values by key; throws JobRefusedException when an argument, the file or a key makes no sense. */
    static Map<String, String> read(String... arguments) {
        Map<String, String> given = commandLine(arguments);
        Map<String, String> values = new TreeMap<>();
        String file = given.remove(JobOptions.CONFIG_KEY);
        if (file != null) {
            values.putAll(configFile(file));
        }
        given.forEach((key, value) -> values.put(requireKnown(key, "on the command line"), value));
        return values;
    }

    private static Map<String, String> commandLine(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--") || argument.length() < 3) {
                throw new JobRefusedException("argument " + argument + " is not understood, must be --KEY VALUE");
            }
            int equals = argument.indexOf('=');
            if (equals > 0) {
                given.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (i + 1 < arguments.length) {
                given.put(argument.substring(2), arguments[++i]);
            } else {
                throw new JobRefusedException(argument + " has no value, must be " + argument + " VALUE");
            }
        }
        return given;
    }

    private static Map<String, String> configFile(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new JobRefusedException(
                    "--config is " + file + ", must be a readable file of KEY=VALUE lines (" + e + ")");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            values.put(
                    requireKnown(key, "in " + file), properties.getProperty(key).trim());
        }
        return values;
    }

    private static String requireKnown(String key, String where) {
        if (isKnown(key)) {
            return key;
        }
        throw new JobRefusedException("there is no option " + key + " (" + where + ")"
                + nearest(key).map(name -> ", did you mean " + name + "?").orElse(""));
    }

    private static boolean isKnown(String key) {
        return JobOptions.ALL.stream()
                        .anyMatch(option -> option.key().equals(key) && !JobOptions.PREFIXES.contains(option))
                || JobOptions.PREFIXES.stream()
                        .anyMatch(prefix -> key.startsWith(prefix.key() + ".")
                                && key.length() > prefix.key().length() + 1);
    }

    private static String written(ConfigOption<?> option) {
        return JobOptions.PREFIXES.contains(option) ? option.key() + ".KEY" : option.key();
    }

    /** The least misspelt option; if its last word is part of some options' names, the least misspelt one of those. */
    private static Optional<String> nearest(String key) {
        String lastWord = key.substring(key.lastIndexOf('.') + 1);
        return JobOptions.ALL.stream()
                .min(Comparator.<ConfigOption<?>>comparingInt(
                                option -> option.key().contains(lastWord) ? 0 : 1)
                        .thenComparingInt(option -> Spelling.distance(key, option.key())))
                .map(JobArguments::written);
    }
}
