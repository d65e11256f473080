package io.crowdlake.job.events;

import io.crowdlake.contracts.CrowdDemographics;
import io.crowdlake.contracts.FrameAnalysis;
import io.crowdlake.job.options.JobConf;
import io.crowdlake.job.options.KafkaEndpoint;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.util.function.SerializableFunction;

/** The event topics. Delivery is at least once, and ids are deterministic, so that a reader can drop what it has seen. */
public final class EventSinks {

    /** Operator id of the sink for frame analyses. It is in savepoints: never change it. */
    public static final String FRAME_ANALYSES_UID = "events-frame-analyses";

    /** Operator id of the sink for windows. It is in savepoints: never change it. */
    public static final String CROWD_DEMOGRAPHICS_UID = "events-crowd-demographics";

    private EventSinks() {}

    public static Sink<FrameAnalysis> frameAnalyses(JobConf conf) {
        return sink(conf.events(), conf.frameAnalysesTopic(), CloudEvent::of);
    }

    public static Sink<CrowdDemographics> crowdDemographics(JobConf conf) {
        return sink(conf.events(), conf.crowdDemographicsTopic(), CloudEvent::of);
    }

    private static <T> Sink<T> sink(KafkaEndpoint endpoint, String topic, SerializableFunction<T, CloudEvent> event) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(endpoint.bootstrapServers())
                .setKafkaProducerConfig(endpoint.clientProperties())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new EventSerializer<>(topic, event))
                .build();
    }
}
