package io.crowdlake.job.options;

import static io.crowdlake.job.options.JobOptions.*;

import io.crowdlake.contracts.CameraLayouts;
import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.RecognitionPolicy;
import io.crowdlake.inference.flink.AnalyzeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The options of one job, by type. A value is looked for on the command line ({@code --KEY VALUE}), then in the file of {@code --config},
 * then, for secrets alone, in the environment, and is the option's default otherwise.
 *
 * <p>What concerns one option is checked when the configuration is built; that an option is there is checked when a job asks for it, since
 * not every job needs them all. Both throw {@link JobRefusedException}.
 */
public final class JobConf {

    private final Configuration values;
    private final Secrets secrets;

    private JobConf(Map<String, String> values, UnaryOperator<String> environment) {
        this.values = Configuration.fromMap(values);
        this.secrets = new Secrets(this.values, environment);
    }

    /** Reads the arguments of a main method. */
    public static JobConf of(String... arguments) {
        return of(System::getenv, arguments);
    }

    static JobConf of(UnaryOperator<String> environment, String... arguments) {
        JobConf conf = new JobConf(JobArguments.read(arguments), environment);
        JobConfValidator.firstProblem(conf).ifPresent(problem -> {
            throw new JobRefusedException(problem);
        });
        return conf;
    }

    public KafkaEndpoint hub() {
        SecurityProtocol protocol = get(HUB_SECURITY_PROTOCOL);
        return new KafkaEndpoint(
                require(HUB_BOOTSTRAP_SERVERS, "set it to host:port of the hub's Kafka endpoint"),
                protocol,
                protocol.signsIn() ? hubConnectionString().orElseThrow(JobConf::noConnectionString) : null);
    }

    public String hubTopic() {
        return get(HUB_TOPIC);
    }

    public String groupId() {
        return get(HUB_GROUP_ID);
    }

    public StartingOffsets startingOffsets() {
        return get(HUB_STARTING_OFFSETS);
    }

    /** Where events go: what is not set is as for the hub. */
    public KafkaEndpoint events() {
        SecurityProtocol protocol = find(EVENTS_SECURITY_PROTOCOL).orElseGet(() -> get(HUB_SECURITY_PROTOCOL));
        Optional<String> secret = secrets.find(EVENTS_CONNECTION_STRING_FILE, "CROWDLAKE_EVENTS_CONNECTION_STRING")
                .or(this::hubConnectionString);
        return new KafkaEndpoint(
                find(EVENTS_BOOTSTRAP_SERVERS)
                        .orElseGet(() ->
                                require(HUB_BOOTSTRAP_SERVERS, "set it or events.bootstrap-servers to host:port")),
                protocol,
                protocol.signsIn() ? secret.orElseThrow(JobConf::noConnectionString) : null);
    }

    public String frameAnalysesTopic() {
        return get(EVENTS_FRAME_ANALYSES_TOPIC);
    }

    public String crowdDemographicsTopic() {
        return get(EVENTS_CROWD_DEMOGRAPHICS_TOPIC);
    }

    public Duration eventsUpdateInterval() {
        return get(EVENTS_UPDATE_INTERVAL);
    }

    /** Which catalog, where, with which secret. */
    public LakeSettings lake() {
        CatalogType type = get(LAKE_CATALOG_TYPE);
        return new LakeSettings(
                get(LAKE_CATALOG_NAME),
                type,
                type == CatalogType.HADOOP
                        ? null
                        : require(
                                LAKE_CATALOG_URI,
                                "set it to the catalog's address, such as jdbc:postgresql://host:5432/iceberg"),
                find(LAKE_CATALOG_USER).orElse(null),
                secrets.find(LAKE_CATALOG_PASSWORD_FILE, "CROWDLAKE_LAKE_CATALOG_PASSWORD")
                        .orElse(null),
                require(LAKE_WAREHOUSE, "set it to the URI of the folder of the tables"),
                get(LAKE_NAMESPACE),
                get(LAKE_PROPERTIES),
                get(LAKE_HADOOP));
    }

    public Duration lakeUpdateInterval() {
        return get(LAKE_UPDATE_INTERVAL);
    }

    public AnalyzeSettings analyze() {
        return new AnalyzeSettings(
                get(ANALYZE_CAPACITY),
                get(ANALYZE_TIMEOUT),
                get(ANALYZE_ATTEMPTS),
                AnalyzerSettings.ofBundle(get(MODEL_BUNDLE))
                        .withPrecision(get(MODEL_PRECISION))
                        .withMaxPixels(get(INGEST_MAX_PIXELS))
                        .withRecognition(recognitionPolicy()));
    }

    private RecognitionPolicy recognitionPolicy() {
        return recognitionEnabled() || trackLooks() ? new RecognitionPolicy(recognitionKeyFile(), sites().off()) : null;
    }

    /** Whether people are recognised. */
    public boolean recognitionEnabled() {
        return get(RECOGNITION_ENABLED);
    }

    /** The file, not the key in it: that never travels with a job. */
    public String recognitionKeyFile() {
        return require(RECOGNITION_KEY_FILE, "set it to a file with 32 random bytes in Base64");
    }

    public Duration recognitionMemory() {
        return get(RECOGNITION_MEMORY);
    }

    /** Only where it was set: otherwise the model bundle knows. */
    public Optional<Double> explicitLikeness() {
        return find(RECOGNITION_LIKENESS);
    }

    public Duration returnAfter() {
        return get(RECOGNITION_RETURN_AFTER);
    }

    /** Which cameras see the same people. */
    public Sites sites() {
        return new Sites(get(RECOGNITION_SITES));
    }

    public Optional<Duration> staffDwell() {
        return find(STAFF_DWELL);
    }

    public Optional<Integer> staffVisits() {
        return find(STAFF_VISITS);
    }

    /** What is drawn in the cameras' pictures; read when asked for. */
    public CameraLayouts cameraLayouts() {
        return find(CAMERA_LAYOUTS).map(LayoutFile::read).orElse(CameraLayouts.NONE);
    }

    public Duration reorderDelay() {
        return get(TRACK_REORDER_DELAY);
    }

    public Duration quietAfter() {
        return get(TRACK_QUIET_AFTER);
    }

    public Duration visitGap() {
        return get(TRACK_VISIT_GAP);
    }

    public boolean trackClothing() {
        return get(TRACK_CLOTHING);
    }

    /** Whether people out of sight are known again by what they look like, too. */
    public boolean trackLooks() {
        return find(TRACK_LOOKS).orElseGet(this::recognitionEnabled);
    }

    public Duration windowSize() {
        return get(WINDOW_SIZE);
    }

    public Duration windowOffset() {
        return get(WINDOW_OFFSET);
    }

    public Duration lateHorizon() {
        return get(LATE_HORIZON);
    }

    public int maxMessageBytes() {
        return get(INGEST_MAX_MESSAGE_BYTES);
    }

    public Duration maxFuture() {
        return get(INGEST_MAX_FUTURE);
    }

    public Instant oldest() {
        return Instant.parse(get(INGEST_OLDEST));
    }

    /** Folder of each container that pictures may be read from, by host/container. */
    public Map<String, String> referenceContainers() {
        return get(REFERENCE_CONTAINERS);
    }

    public int referenceMaxBytes() {
        return get(REFERENCE_MAX_BYTES);
    }

    public int referenceCapacity() {
        return get(REFERENCE_CAPACITY);
    }

    public Duration referenceTimeout() {
        return get(REFERENCE_TIMEOUT);
    }

    public int referenceAttempts() {
        return get(REFERENCE_ATTEMPTS);
    }

    public Optional<String> jobName() {
        return find(JOB_NAME);
    }

    public Optional<Integer> parallelism() {
        return find(PARALLELISM);
    }

    /** Only where it was set: a default must not win over the cluster's own interval. */
    public Optional<Duration> explicitCheckpointInterval() {
        return find(CHECKPOINT_INTERVAL);
    }

    <T> T get(ConfigOption<T> option) {
        return values.get(option);
    }

    <T> Optional<T> find(ConfigOption<T> option) {
        return values.getOptional(option);
    }

    /** What was written, or null where nothing was. */
    String written(ConfigOption<?> option) {
        return values.toMap().get(option.key());
    }

    private Optional<String> hubConnectionString() {
        return secrets.find(HUB_CONNECTION_STRING_FILE, "CROWDLAKE_HUB_CONNECTION_STRING");
    }

    private <T> T require(ConfigOption<T> option, String remedy) {
        return find(option).orElseThrow(() -> new JobRefusedException(option.key() + " is missing, " + remedy));
    }

    private static JobRefusedException noConnectionString() {
        return new JobRefusedException(
                "hub.connection-string-file is missing, set it to a file with the endpoint's connection string, or"
                        + " set the environment variable CROWDLAKE_HUB_CONNECTION_STRING");
    }
}
