package io.crowdlake.job.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.crowdlake.inference.AnalyzerSettings;
import io.crowdlake.inference.Precision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** Every option of the jobs: key, type, default, description. The page {@code docs/options.md} is generated from here. */
public final class JobOptions {

    // ---- hub: where the frames come from

    public static final ConfigOption<String> HUB_BOOTSTRAP_SERVERS = key("hub.bootstrap-servers")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Kafka endpoint of the hub, as host:port; for IoT Hub the Event Hubs compatible endpoint with port 9093.");

    public static final ConfigOption<String> HUB_TOPIC = key("hub.topic")
            .stringType()
            .defaultValue("camera-frames")
            .withDescription("Topic with the messages of the cameras; for IoT Hub the Event Hubs compatible name.");

    public static final ConfigOption<String> HUB_GROUP_ID = key("hub.group-id")
            .stringType()
            .defaultValue("crowdlake")
            .withDescription(
                    "Consumer group; the hub must know it. Offsets are committed to it so that the lag can be watched, the job itself goes by"
                            + " its checkpoints.");

    public static final ConfigOption<SecurityProtocol> HUB_SECURITY_PROTOCOL = key("hub.security-protocol")
            .enumType(SecurityProtocol.class)
            .defaultValue(SecurityProtocol.SASL_SSL)
            .withDescription("SASL_SSL for Azure; SASL_PLAINTEXT, SSL or PLAINTEXT elsewhere.");

    public static final ConfigOption<String> HUB_CONNECTION_STRING_FILE = key("hub.connection-string-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File with the connection string of the endpoint. Without it, the environment variable CROWDLAKE_HUB_CONNECTION_STRING is"
                            + " read. Needed for the SASL protocols.");

    public static final ConfigOption<StartingOffsets> HUB_STARTING_OFFSETS = key("hub.starting-offsets")
            .enumType(StartingOffsets.class)
            .defaultValue(StartingOffsets.EARLIEST)
            .withDescription(
                    "Where a job without a savepoint begins: earliest, latest, or committed (by the consumer group, otherwise earliest).");

    // ---- events: where news goes

    public static final ConfigOption<String> EVENTS_BOOTSTRAP_SERVERS = key("events.bootstrap-servers")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Kafka endpoint for events, as host:port; by default the hub's. IoT Hub's endpoint can only be read, so that Azure needs an"
                            + " Event Hubs namespace here.");

    public static final ConfigOption<SecurityProtocol> EVENTS_SECURITY_PROTOCOL = key("events.security-protocol")
            .enumType(SecurityProtocol.class)
            .noDefaultValue()
            .withDescription("As hub.security-protocol, which is the default.");

    public static final ConfigOption<String> EVENTS_CONNECTION_STRING_FILE = key("events.connection-string-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File with the connection string for events; otherwise the environment variable CROWDLAKE_EVENTS_CONNECTION_STRING, otherwise"
                            + " the hub's.");

    public static final ConfigOption<String> EVENTS_FRAME_ANALYSES_TOPIC = key("events.frame-analyses-topic")
            .stringType()
            .defaultValue("frame-analyses")
            .withDescription(
                    "Topic for what was seen in each frame. It joins FrameAnalysisJob and CrowdAggregationJob where they run apart.");

    public static final ConfigOption<String> EVENTS_CROWD_DEMOGRAPHICS_TOPIC = key("events.crowd-demographics-topic")
            .stringType()
            .defaultValue("crowd-demographics")
            .withDescription("Topic for revisions of the windows.");

    public static final ConfigOption<Duration> EVENTS_UPDATE_INTERVAL = key("events.update-interval")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription("How often at most a window that changed is announced.");

    // ---- lake: where rows go

    public static final ConfigOption<String> LAKE_CATALOG_NAME = key("lake.catalog-name")
            .stringType()
            .defaultValue("lake")
            .withDescription(
                    "Name of the catalog. A JDBC catalog finds only the tables of its own name, so every engine must use the same.");

    public static final ConfigOption<CatalogType> LAKE_CATALOG_TYPE = key("lake.catalog-type")
            .enumType(CatalogType.class)
            .defaultValue(CatalogType.JDBC)
            .withDescription("jdbc, rest, or hadoop (folders alone; for one writer at a time).");

    public static final ConfigOption<String> LAKE_CATALOG_URI = key("lake.catalog-uri")
            .stringType()
            .noDefaultValue()
            .withDescription("Where the catalog is, such as jdbc:postgresql://host:5432/iceberg. Not for hadoop.");

    public static final ConfigOption<String> LAKE_CATALOG_USER =
            key("lake.catalog-user").stringType().noDefaultValue().withDescription("User of a JDBC catalog.");

    public static final ConfigOption<String> LAKE_CATALOG_PASSWORD_FILE = key("lake.catalog-password-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File with the password of a JDBC catalog. Without it, the environment variable CROWDLAKE_LAKE_CATALOG_PASSWORD is read;"
                            + " without both, no password is sent.");

    public static final ConfigOption<String> LAKE_WAREHOUSE = key("lake.warehouse")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Folder of the tables as a URI, such as abfss://lake@account.dfs.core.windows.net/warehouse or file:///var/lib/crowdlake.");

    public static final ConfigOption<String> LAKE_NAMESPACE = key("lake.namespace")
            .stringType()
            .defaultValue("crowdlake")
            .withDescription("Namespace (schema) of the tables.");

    public static final ConfigOption<Duration> LAKE_UPDATE_INTERVAL = key("lake.update-interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription("How often at most an open window that changed gets a row. Closed windows always do.");

    public static final ConfigOption<Map<String, String>> LAKE_PROPERTIES = key("lake.properties")
            .mapType()
            .defaultValue(Map.of())
            .withDescription("Prefix: lake.properties.KEY is passed to Iceberg's catalog as KEY.");

    public static final ConfigOption<Map<String, String>> LAKE_HADOOP = key("lake.hadoop")
            .mapType()
            .defaultValue(Map.of())
            .withDescription("Prefix: lake.hadoop.KEY is passed to Hadoop's configuration as KEY, such as"
                    + " lake.hadoop.fs.azure.account.auth.type. Secrets belong into a core-site.xml instead.");

    // ---- model and analyze: what looks at the frames

    public static final ConfigOption<String> MODEL_BUNDLE = key("model.bundle")
            .stringType()
            .defaultValue(AnalyzerSettings.BUILT_IN_BUNDLE)
            .withDescription(
                    "Model bundle: classpath:/PATH, a folder, a .zip file, or any URI of Flink's file systems.");

    public static final ConfigOption<Precision> MODEL_PRECISION = key("model.precision")
            .enumType(Precision.class)
            .defaultValue(AnalyzerSettings.DEFAULT_PRECISION)
            .withDescription(
                    "int8 runs the quantised networks where the bundle has them, which is faster; fp32 runs them as they were trained.");

    public static final ConfigOption<Integer> ANALYZE_CAPACITY = key("analyze.capacity")
            .intType()
            .defaultValue(16)
            .withDescription("Frames in flight in a slot; when so many wait, the stage stops reading.");

    public static final ConfigOption<Duration> ANALYZE_TIMEOUT = key("analyze.timeout")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "When a frame is given up, over all its attempts and the time that it waits for those before it.");

    public static final ConfigOption<Integer> ANALYZE_ATTEMPTS = key("analyze.attempts")
            .intType()
            .defaultValue(3)
            .withDescription("How often a frame is tried when the analyzer itself fails.");

    // ---- camera: what is drawn in its picture

    public static final ConfigOption<String> CAMERA_LAYOUTS = key("camera.layouts")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "JSON file with the lines and zones of the cameras, to count by: a path, or any URI of Flink's file systems. Without it people are"
                            + " counted in the whole picture.");

    // ---- track, window, late: how people are counted

    public static final ConfigOption<Duration> TRACK_REORDER_DELAY = key("track.reorder-delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription(
                    "How long a frame waits for one that is missing before it, by its camera's own clock. Frames whose numbers follow each other do not"
                            + " wait.");

    public static final ConfigOption<Duration> TRACK_QUIET_AFTER = key("track.quiet-after")
            .durationType()
            .defaultValue(Duration.ofSeconds(15))
            .withDescription(
                    "After how much wall-clock silence a camera's time goes on without it, so that visits and windows close.");

    public static final ConfigOption<Duration> TRACK_VISIT_GAP = key("track.visit-gap")
            .durationType()
            .defaultValue(Duration.ofSeconds(20))
            .withDescription(
                    "How long a person may be unseen within one visit: turned away, or hidden by others. Who must have left over the picture's edge has"
                            + " 6 s at most.");

    public static final ConfigOption<Boolean> TRACK_CLOTHING = key("track.clothing")
            .booleanType()
            .defaultValue(true)
            .withDescription(
                    "Whether the colours of what people wear and of their hair or hat, one each, help to know them again after they were hidden or turned away. They are"
                            + " part of an analysis until its faces are tracked, then of the visit's state; no table has them.");

    public static final ConfigOption<Boolean> TRACK_LOOKS = key("track.looks")
            .booleanType()
            .noDefaultValue()
            .withDescription(
                    "Whether what faces look like helps as well, which halves the error of dwell in busy places and takes a third off that of lines. By default as recognition.enabled says."
                            + " What somebody looks like is kept encrypted, in the state of their visit alone, and forgotten with it. It needs the one job and recognition.key-file.");

    public static final ConfigOption<Duration> WINDOW_SIZE = key("window.size")
            .durationType()
            .defaultValue(Duration.ofMinutes(60))
            .withDescription("Length of a window.");

    public static final ConfigOption<Duration> WINDOW_OFFSET = key("window.offset")
            .durationType()
            .defaultValue(Duration.ZERO)
            .withDescription("Shifts the grid of the windows, which is aligned to 1970-01-01T00:00:00Z.");

    public static final ConfigOption<Duration> LATE_HORIZON = key("late.horizon")
            .durationType()
            .defaultValue(Duration.ofHours(24))
            .withDescription(
                    "How far a frame may lag behind its camera's clock and still be counted; later ones become dead letters.");

    // ---- recognition and staff: who has been there before

    public static final ConfigOption<Boolean> RECOGNITION_ENABLED = key("recognition.enabled")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether visits are told new from returning by what people look like. What they look like is kept encrypted, in the job's state"
                            + " alone. It needs the one job, recognition.key-file, and in most places a legal ground.");

    public static final ConfigOption<String> RECOGNITION_KEY_FILE = key("recognition.key-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File with the key that encrypts looks, at least 32 random bytes in Base64 (openssl rand -base64 32), not readable by everybody. It"
                            + " must be where the job is submitted and on every TaskManager. With another key a job does not go on from a savepoint.");

    public static final ConfigOption<Duration> RECOGNITION_MEMORY = key("recognition.memory")
            .durationType()
            .defaultValue(Duration.ofHours(24))
            .withDescription("How long anybody is remembered after they were seen; at most 24h.");

    public static final ConfigOption<Double> RECOGNITION_LIKENESS = key("recognition.likeness")
            .doubleType()
            .noDefaultValue()
            .withDescription(
                    "From which likeness (dot product of two embeddings, above 0 and below 1) two visits are of one person; by default as the model"
                            + " bundle says. Higher links fewer visits, and fewer of different people.");

    public static final ConfigOption<Duration> RECOGNITION_RETURN_AFTER = key("recognition.return-after")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription(
                    "Least absence from the site of somebody who returns; after a shorter one the same stay goes on (reentry).");

    public static final ConfigOption<Map<String, String>> RECOGNITION_SITES = key("recognition.sites")
            .mapType()
            .defaultValue(Map.of())
            .withDescription(
                    "Prefix: recognition.sites.CAMERA is the site of the camera with that device id. People are recognised across the cameras of a"
                            + " site, never between sites. A camera without one is a site of its own; at a camera whose site is off nobody is recognised.");

    public static final ConfigOption<Duration> STAFF_DWELL = key("staff.dwell")
            .durationType()
            .noDefaultValue()
            .withDescription(
                    "Whoever is present for longer within recognition.memory, all visits together, is staff and counts no longer as a visitor; by"
                            + " default nobody is. Needs recognition.");

    public static final ConfigOption<Integer> STAFF_VISITS = key("staff.visits")
            .intType()
            .noDefaultValue()
            .withDescription(
                    "Whoever makes more visits within recognition.memory is staff; 1 to 200, by default nobody is. Needs recognition.");

    // ---- ingest: what is let in

    public static final ConfigOption<Integer> INGEST_MAX_MESSAGE_BYTES = key("ingest.max-message-bytes")
            .intType()
            .defaultValue(262_144)
            .withDescription("Largest body of a message; 256 KiB is what IoT Hub accepts.");

    public static final ConfigOption<Long> INGEST_MAX_PIXELS = key("ingest.max-pixels")
            .longType()
            .defaultValue(AnalyzerSettings.DEFAULT_MAX_PIXELS)
            .withDescription("Largest picture that is decoded, in pixels that it declares (width x height).");

    public static final ConfigOption<Duration> INGEST_MAX_FUTURE = key("ingest.max-future")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription("How far a capture time may lie ahead of the job's clock.");

    public static final ConfigOption<String> INGEST_OLDEST = key("ingest.oldest")
            .stringType()
            .defaultValue("2020-01-01T00:00:00Z")
            .withDescription("Earliest capture time that is believed, as ISO-8601 in UTC.");

    // ---- reference: pictures that cameras have uploaded

    public static final ConfigOption<Map<String, String>> REFERENCE_CONTAINERS = key("reference.containers")
            .mapType()
            .defaultValue(Map.of())
            .withDescription(
                    "Prefix: reference.containers.HOST/CONTAINER is the folder, as a URI of Flink's file systems, of a container that cameras upload"
                            + " pictures to, such as reference.containers.account.blob.core.windows.net/frames ="
                            + " abfss://frames@account.dfs.core.windows.net. A message that refers to any other place becomes a dead letter, and a"
                            + " camera can only refer to its own folder in there. By default there are none.");

    public static final ConfigOption<Integer> REFERENCE_MAX_BYTES = key("reference.max-bytes")
            .intType()
            .defaultValue(8 << 20)
            .withDescription("Largest picture that is read from a container.");

    public static final ConfigOption<Integer> REFERENCE_CAPACITY = key("reference.capacity")
            .intType()
            .defaultValue(16)
            .withDescription("Pictures that are read at a time in a slot; when so many wait, the stage stops reading.");

    public static final ConfigOption<Duration> REFERENCE_TIMEOUT = key("reference.timeout")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription("When a picture is given up, over all attempts.");

    public static final ConfigOption<Integer> REFERENCE_ATTEMPTS = key("reference.attempts")
            .intType()
            .defaultValue(4)
            .withDescription(
                    "How often a picture is tried that is not there or cannot be read, half a second, a second, two seconds apart and so on.");

    // ---- the job itself

    public static final ConfigOption<String> JOB_NAME = key("job.name")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Name in Flink's web UI; by default crowd-analytics, frame-analysis or crowd-aggregation.");

    public static final ConfigOption<Integer> PARALLELISM = key("parallelism")
            .intType()
            .noDefaultValue()
            .withDescription("Subtasks of each stage; by default as the cluster or the command line says.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL = key("checkpoint.interval")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription(
                    "How often the job takes a checkpoint, and with it commits to the lake. A cluster's execution.checkpointing.interval wins over"
                            + " this default. Some minutes suit a large lake, where each commit writes files of its own, and tens of thousands of cameras.");

    /** Not an option but where options come from. */
    static final String CONFIG_KEY = "config";

    /** All of them, in the order of the page. */
    public static final List<ConfigOption<?>> ALL = List.of(
            HUB_BOOTSTRAP_SERVERS,
            HUB_TOPIC,
            HUB_GROUP_ID,
            HUB_SECURITY_PROTOCOL,
            HUB_CONNECTION_STRING_FILE,
            HUB_STARTING_OFFSETS,
            EVENTS_BOOTSTRAP_SERVERS,
            EVENTS_SECURITY_PROTOCOL,
            EVENTS_CONNECTION_STRING_FILE,
            EVENTS_FRAME_ANALYSES_TOPIC,
            EVENTS_CROWD_DEMOGRAPHICS_TOPIC,
            EVENTS_UPDATE_INTERVAL,
            LAKE_CATALOG_NAME,
            LAKE_CATALOG_TYPE,
            LAKE_CATALOG_URI,
            LAKE_CATALOG_USER,
            LAKE_CATALOG_PASSWORD_FILE,
            LAKE_WAREHOUSE,
            LAKE_NAMESPACE,
            LAKE_UPDATE_INTERVAL,
            LAKE_PROPERTIES,
            LAKE_HADOOP,
            MODEL_BUNDLE,
            MODEL_PRECISION,
            ANALYZE_CAPACITY,
            ANALYZE_TIMEOUT,
            ANALYZE_ATTEMPTS,
            CAMERA_LAYOUTS,
            TRACK_REORDER_DELAY,
            TRACK_QUIET_AFTER,
            TRACK_VISIT_GAP,
            TRACK_CLOTHING,
            TRACK_LOOKS,
            WINDOW_SIZE,
            WINDOW_OFFSET,
            LATE_HORIZON,
            RECOGNITION_ENABLED,
            RECOGNITION_KEY_FILE,
            RECOGNITION_MEMORY,
            RECOGNITION_LIKENESS,
            RECOGNITION_RETURN_AFTER,
            RECOGNITION_SITES,
            STAFF_DWELL,
            STAFF_VISITS,
            INGEST_MAX_MESSAGE_BYTES,
            INGEST_MAX_PIXELS,
            INGEST_MAX_FUTURE,
            INGEST_OLDEST,
            REFERENCE_CONTAINERS,
            REFERENCE_MAX_BYTES,
            REFERENCE_CAPACITY,
            REFERENCE_TIMEOUT,
            REFERENCE_ATTEMPTS,
            JOB_NAME,
            PARALLELISM,
            CHECKPOINT_INTERVAL);

    /** Those whose key is the beginning of other keys. */
    static final List<ConfigOption<Map<String, String>>> PREFIXES =
            List.of(LAKE_PROPERTIES, LAKE_HADOOP, RECOGNITION_SITES, REFERENCE_CONTAINERS);

    private JobOptions() {}
}
