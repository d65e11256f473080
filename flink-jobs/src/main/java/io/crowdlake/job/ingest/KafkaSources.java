package io.crowdlake.job.ingest;

import io.crowdlake.inference.flink.AnalysisOutcome;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.KafkaEndpoint;
import io.crowdlake.job.options.StartingOffsets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Where the jobs read from.
 *
 * <p>There are no watermarks: a watermark belongs to a partition of the topic, on which many cameras share, and a camera that was offline and
 * sends its backlog would be late only because its neighbours went on. Each camera keeps its own clock instead, from {@code track} on.
 */
public final class KafkaSources {

    /** Operator id of the stage. It is in savepoints: never change it. */
    public static final String UID = "ingest";

    private KafkaSources() {}

    /** The messages of the cameras. */
    public static Source<HubRecord, ?, ?> hub(JobConf conf) {
        return source(conf, conf.hub(), conf.hubTopic(), new HubRecordDeserializer(IngestLimits.of(conf)));
    }

    /** What was seen in the frames, as FrameAnalysisJob or a camera announced it. */
    public static Source<AnalysisOutcome, ?, ?> frameAnalyses(JobConf conf) {
        return source(
                conf, conf.events(), conf.frameAnalysesTopic(), new FrameAnalysisDeserializer(IngestLimits.of(conf)));
    }

    /** The stage that reads a source. */
    public static <T> SingleOutputStreamOperator<T> ingest(StreamExecutionEnvironment env, Source<T, ?, ?> source) {
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), UID).uid(UID);
    }

    private static <T> KafkaSource<T> source(
            JobConf conf, KafkaEndpoint endpoint, String topic, KafkaRecordDeserializationSchema<T> deserializer) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(endpoint.bootstrapServers())
                .setTopics(topic)
                .setGroupId(conf.groupId())
                .setClientIdPrefix(conf.groupId() + "-" + topic)
                .setStartingOffsets(offsets(conf.startingOffsets()))
                .setProperties(endpoint.clientProperties())
                .setDeserializer(deserializer)
                .build();
    }

    /** Kafka has deprecated the strategy's type, but Flink's connector knows no other. */
    @SuppressWarnings("deprecation")
    private static OffsetsInitializer offsets(StartingOffsets startingOffsets) {
        return switch (startingOffsets) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }
}
