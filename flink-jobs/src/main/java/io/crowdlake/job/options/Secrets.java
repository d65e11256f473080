package io.crowdlake.job.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Finds a secret in the file that an option names, otherwise in an environment variable, never in an argument.
 *
 * @param values the options
 * @param environment looks a variable up; null when it is not set
 */
record Secrets(Configuration values, UnaryOperator<String> environment) {

    Optional<String> find(ConfigOption<String> fileOption, String variable) {
        Optional<String> file = values.getOptional(fileOption);
        if (file.isPresent()) {
            return Optional.of(read(fileOption.key(), file.get()));
        }
        return Optional.ofNullable(environment.apply(variable))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }

    private static String read(String key, String file) {
        String secret;
        try {
            secret = Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new JobRefusedException(key + " is " + file + ", must be a readable file ("
                    + e.getClass().getSimpleName() + ")");
        }
        if (secret.isEmpty()) {
            throw new JobRefusedException(key + " is " + file + ", which is empty: write the secret into it");
        }
        return secret;
    }
}
