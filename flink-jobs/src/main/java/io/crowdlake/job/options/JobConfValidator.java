package io.crowdlake.job.options;

import static io.crowdlake.job.options.JobOptions.*;

import io.crowdlake.counting.recognize.Person;
import io.crowdlake.counting.recognize.RecognitionRules;
import io.crowdlake.inference.Precision;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** Each check answers with one line that names the key, its value and what must be true; the first one that answers counts. */
final class JobConfValidator {

    private static final List<Function<JobConf, Optional<String>>> CHECKS = List.of(
            conf -> oneOf(conf, HUB_SECURITY_PROTOCOL, SecurityProtocol.values()),
            conf -> oneOf(conf, EVENTS_SECURITY_PROTOCOL, SecurityProtocol.values()),
            conf -> oneOf(conf, HUB_STARTING_OFFSETS, StartingOffsets.values()),
            conf -> oneOf(conf, LAKE_CATALOG_TYPE, CatalogType.values()),
            conf -> oneOf(conf, MODEL_PRECISION, Precision.values()),
            conf -> atLeast(conf, ANALYZE_CAPACITY, 1),
            conf -> atLeast(conf, ANALYZE_ATTEMPTS, 1),
            conf -> atLeast(conf, INGEST_MAX_MESSAGE_BYTES, 1),
            conf -> atLeast(conf, INGEST_MAX_PIXELS, 1),
            conf -> atLeast(conf, PARALLELISM, 1),
            conf -> atLeast(conf, CHECKPOINT_INTERVAL, Duration.ofMillis(10)),
            conf -> atLeast(conf, EVENTS_UPDATE_INTERVAL, Duration.ofMillis(1)),
            conf -> atLeast(conf, LAKE_UPDATE_INTERVAL, Duration.ofMillis(1)),
            conf -> atLeast(conf, ANALYZE_TIMEOUT, Duration.ofMillis(1)),
            conf -> atLeast(conf, TRACK_REORDER_DELAY, Duration.ZERO),
            conf -> atLeast(conf, TRACK_QUIET_AFTER, Duration.ofMillis(1)),
            conf -> atLeast(conf, TRACK_VISIT_GAP, Duration.ofMillis(1)),
            conf -> atLeast(conf, WINDOW_SIZE, Duration.ofSeconds(1)),
            conf -> atLeast(conf, WINDOW_OFFSET, Duration.ZERO),
            conf -> atLeast(conf, LATE_HORIZON, Duration.ofMillis(1)),
            conf -> atLeast(conf, INGEST_MAX_FUTURE, Duration.ZERO),
            conf -> atLeast(conf, REFERENCE_MAX_BYTES, 1),
            conf -> atLeast(conf, REFERENCE_CAPACITY, 1),
            conf -> atLeast(conf, REFERENCE_ATTEMPTS, 1),
            conf -> atLeast(conf, REFERENCE_TIMEOUT, Duration.ofMillis(1)),
            JobConfValidator::containersAreFolders,
            JobConfValidator::switched,
            conf -> atLeast(conf, RECOGNITION_MEMORY, Duration.ofMillis(1)),
            conf -> atLeast(conf, RECOGNITION_RETURN_AFTER, Duration.ZERO),
            conf -> atLeast(conf, STAFF_DWELL, Duration.ofMillis(1)),
            conf -> atLeast(conf, STAFF_VISITS, 1),
            JobConfValidator::likenessIsFraction,
            JobConfValidator::memoryIsAtMostADay,
            JobConfValidator::staffVisitsAreRemembered,
            JobConfValidator::recognitionHasAKey,
            JobConfValidator::staffIsRecognized,
            JobConfValidator::oldestIsInstant,
            JobConfValidator::noSecretInUri,
            conf -> less(conf, WINDOW_OFFSET, WINDOW_SIZE),
            conf -> less(conf, TRACK_REORDER_DELAY, LATE_HORIZON),
            conf -> less(conf, TRACK_VISIT_GAP, LATE_HORIZON),
            JobConfValidator::nothingBlank);

    private JobConfValidator() {}

    static Optional<String> firstProblem(JobConf conf) {
        return CHECKS.stream().flatMap(check -> check.apply(conf).stream()).findFirst();
    }

    private static <T> Optional<String> oneOf(JobConf conf, ConfigOption<T> option, T[] values) {
        if (readable(conf, option)) {
            return Optional.empty();
        }
        String names = Arrays.stream(values)
                .map(value -> value instanceof SecurityProtocol
                        ? value.toString()
                        : value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return problem(conf, option, "must be one of " + names);
    }

    private static <N extends Number> Optional<String> atLeast(JobConf conf, ConfigOption<N> option, long least) {
        boolean right = readable(conf, option)
                && conf.find(option).map(value -> value.longValue() >= least).orElse(true);
        return right ? Optional.empty() : problem(conf, option, "must be a whole number of at least " + least);
    }

    private static Optional<String> atLeast(JobConf conf, ConfigOption<Duration> option, Duration least) {
        boolean right = readable(conf, option)
                && conf.find(option)
                        .or(() -> Optional.ofNullable(option.defaultValue()))
                        .map(value -> value.compareTo(least) >= 0)
                        .orElse(true);
        return right
                ? Optional.empty()
                : problem(
                        conf,
                        option,
                        "must be a duration such as 10s, 5min or 24h"
                                + (least.isZero() ? "" : ", at least " + least.toMillis() + "ms"));
    }

    private static Optional<String> less(JobConf conf, ConfigOption<Duration> smaller, ConfigOption<Duration> larger) {
        if (conf.get(smaller).compareTo(conf.get(larger)) < 0) {
            return Optional.empty();
        }
        return Optional.of(smaller.key() + " is " + Texts.of(conf.get(smaller)) + ", must be less than " + larger.key()
                + " (" + Texts.of(conf.get(larger)) + ")");
    }

    private static Optional<String> switched(JobConf conf) {
        return readable(conf, RECOGNITION_ENABLED)
                ? Optional.empty()
                : problem(conf, RECOGNITION_ENABLED, "must be true or false");
    }

    private static Optional<String> likenessIsFraction(JobConf conf) {
        boolean right = readable(conf, RECOGNITION_LIKENESS)
                && conf.find(RECOGNITION_LIKENESS)
                        .map(value -> value > 0 && value < 1)
                        .orElse(true);
        return right ? Optional.empty() : problem(conf, RECOGNITION_LIKENESS, "must be a number above 0 and below 1");
    }

    private static Optional<String> memoryIsAtMostADay(JobConf conf) {
        return conf.get(RECOGNITION_MEMORY).compareTo(RecognitionRules.LONGEST_MEMORY) <= 0
                ? Optional.empty()
                : problem(conf, RECOGNITION_MEMORY, "must be at most 24h: nobody is remembered for longer");
    }

    private static Optional<String> staffVisitsAreRemembered(JobConf conf) {
        return conf.find(STAFF_VISITS).filter(most -> most > Person.MOST_VISITS).isEmpty()
                ? Optional.empty()
                : problem(conf, STAFF_VISITS, "must be at most " + Person.MOST_VISITS);
    }

    private static Optional<String> recognitionHasAKey(JobConf conf) {
        boolean enabled = conf.get(RECOGNITION_ENABLED);
        return !(enabled || conf.trackLooks())
                        || conf.find(RECOGNITION_KEY_FILE).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "recognition.key-file is missing, set it to a file with 32 random bytes in Base64, such as"
                                + " openssl rand -base64 32 gives, or leave "
                                + (enabled ? RECOGNITION_ENABLED : TRACK_LOOKS).key() + " off");
    }

    private static Optional<String> staffIsRecognized(JobConf conf) {
        return conf.get(RECOGNITION_ENABLED)
                ? Optional.empty()
                : Stream.of(STAFF_DWELL, STAFF_VISITS)
                        .filter(option -> conf.find(option).isPresent())
                        .findFirst()
                        .map(option -> option.key() + " is " + conf.written(option)
                                + ", but nobody is recognised: set recognition.enabled to true, or leave it out");
    }

    private static Optional<String> oldestIsInstant(JobConf conf) {
        try {
            Instant.parse(conf.get(INGEST_OLDEST));
            return Optional.empty();
        } catch (DateTimeException e) {
            return problem(conf, INGEST_OLDEST, "must be a time such as 2020-01-01T00:00:00Z");
        }
    }

    private static Optional<String> containersAreFolders(JobConf conf) {
        return conf.get(REFERENCE_CONTAINERS).entrySet().stream()
                .filter(container -> !container.getKey().matches("[^/@?#]+/[A-Za-z0-9_-]+")
                        || !container.getValue().matches("[A-Za-z][A-Za-z0-9+.-]*:/[^?#]+"))
                .findFirst()
                .map(container -> "reference.containers." + container.getKey() + " is " + container.getValue()
                        + ", must be written as reference.containers.HOST/CONTAINER = URI of its folder");
    }

    /** The URI is logged; its value is not repeated here for the same reason. */
    private static Optional<String> noSecretInUri(JobConf conf) {
        return conf.find(LAKE_CATALOG_URI)
                .filter(uri -> uri.toLowerCase(Locale.ROOT).contains("password="))
                .map(
                        uri ->
                                "lake.catalog-uri holds a password, put it into the file of lake.catalog-password-file instead");
    }

    private static Optional<String> nothingBlank(JobConf conf) {
        return ALL.stream()
                .filter(option ->
                        conf.written(option) != null && conf.written(option).isBlank())
                .findFirst()
                .map(option -> option.key() + " is empty, give it a value or leave it out");
    }

    private static boolean readable(JobConf conf, ConfigOption<?> option) {
        try {
            conf.find(option);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> problem(JobConf conf, ConfigOption<?> option, String must) {
        return Optional.of(option.key() + " is " + conf.written(option) + ", " + must);
    }
}
