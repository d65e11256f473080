package io.crowdlake.job.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/examples compiles, and understands the events as they are written. */
class ReadWindowsExampleTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/ReadWindows.java");
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path classes;

    @Test
    void repeatedAndLateAnnouncementsAreRecognized() throws Exception {
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        EXAMPLE.toString());
        assertThat(compiled).as("errors").isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("ReadWindows");
            Object example = type.getConstructor().newInstance();
            Method read = type.getMethod("read", ConsumerRecord.class);

            assertThat(read.invoke(example, event(window("door/1", 1, 3, false))))
                    .isEqualTo("news: door/1/2026-03-01T10:00:00Z/1, 3 visitors");
            assertThat(read.invoke(example, event(window("door/1", 2, 4, true))))
                    .isEqualTo("news: door/1/2026-03-01T10:00:00Z/2, 4 visitors, final");
            assertThat(read.invoke(example, event(window("door/1", 2, 4, true))))
                    .isEqualTo("repeated: door/1/2026-03-01T10:00:00Z/2");
            assertThat(read.invoke(example, event(window("door/1", 1, 3, false))))
                    .isEqualTo("outdated: door/1/2026-03-01T10:00:00Z/1, 2 is known");
            assertThat(read.invoke(example, event(window("door/2", 1, 5, false))))
                    .isEqualTo("news: door/2/2026-03-01T10:00:00Z/1, 5 visitors");
            assertThat(read.invoke(
                            example,
                            event(CloudEvent.of(new FrameAnalysis(
                                    "door", "boot", 1, TIME, null, TIME, 640, 480, "faces 1", List.of(), null)))))
                    .isEqualTo("skipped: io.crowdlake.frame-analysed.v1");
        }
    }

    private static ConsumerRecord<byte[], byte[]> event(CloudEvent event) {
        ProducerRecord<byte[], byte[]> sent = event.toRecord("crowd-demographics");
        ConsumerRecord<byte[], byte[]> got = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(got.headers()::add);
        return got;
    }

    private static CloudEvent window(String camera, long revision, long visitors, boolean isFinal) {
        return CloudEvent.of(new CrowdDemographics(
                camera,
                TIME,
                TIME.plusSeconds(3600),
                revision,
                isFinal,
                1,
                visitors,
                1,
                1,
                0,
                0,
                1,
                0.5,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "faces 1",
                TIME.plusSeconds(60)));
    }
}
