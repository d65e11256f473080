import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the topic crowd-demographics and prints what is news. The same news may come twice, and after a restart of the job an older revision may
 * come after a newer one: the headers tell, the body need not be parsed for it.
 *
 * <pre>
 * java -cp 'kafka-clients.jar:jackson-databind.jar:...' ReadWindows.java 127.0.0.1:9092 .crowdlake/secrets/hub-connection-string
 * </pre>
 */
public final class ReadWindows {

    private static final String UPDATED = "io.crowdlake.crowd-demographics-updated.v1";

    private final ObjectMapper json = new ObjectMapper();

    /** Newest revision by window. A program that must not forget keeps it where its results are, in the same transaction. */
    private final Map<String, Long> newest = new HashMap<>();

    /** What a record says, in one line. */
    public String read(ConsumerRecord<byte[], byte[]> event) throws IOException {
        if (!header(event, "ce_type").equals(UPDATED)) {
            return "skipped: " + header(event, "ce_type");
        }
        // device/window start/revision; the first may hold slashes itself.
        String id = header(event, "ce_id");
        int slash = id.lastIndexOf('/');
        String window = id.substring(0, slash);
        long revision = Long.parseLong(id.substring(slash + 1));
        long known = newest.getOrDefault(window, 0L);
        if (revision == known) {
            return "repeated: " + id;
        }
        if (revision < known) {
            return "outdated: " + id + ", " + known + " is known";
        }
        newest.put(window, revision);
        JsonNode body = json.readTree(event.value());
        return "news: " + id + ", " + body.get("visitors").asLong() + " visitors"
                + (body.get("is_final").asBoolean() ? ", final" : "");
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", arguments[0]);
        settings.put("security.protocol", "SASL_PLAINTEXT"); // SASL_SSL on Azure
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$ConnectionString\" password=\""
                        + Files.readString(Path.of(arguments[1])).strip() + "\";");
        settings.put("group.id", "read-windows");
        settings.put("auto.offset.reset", "earliest");
        ReadWindows windows = new ReadWindows();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("crowd-demographics"));
            while (true) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    System.out.println(windows.read(event));
                }
            }
        }
    }
}
